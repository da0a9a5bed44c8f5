<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Attract</name>
    <message>
        <source>Touch the screen to read about your surgery. Nothing you do here is kept.</source>
        <translation>Touchez l’écran pour vous renseigner sur votre opération. Rien de ce que vous faites ici n’est conservé.</translation>
    </message>
    <message>
        <source>Continue in English</source>
        <translation>Continuer en français</translation>
    </message>
    <message>
        <source>This guide is not open yet: no clinician has reviewed it. Please ask your healthcare team.</source>
        <translation>Ce guide n’est pas encore ouvert&#xa0;: aucun médecin ni aucune infirmière ne l’a révisé. Adressez-vous à votre équipe de soins.</translation>
    </message>
</context>
<context>
    <name>BodyDoor</name>
    <message>
        <source>Topics</source>
        <translation>Sujets</translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s)</source>
        <translation>
            <numerusform>%n opération</numerusform>
            <numerusform>%n opérations</numerusform>
        </translation>
    </message>
    <message>
        <source>no operation in this guide</source>
        <translation>aucune opération dans ce guide</translation>
    </message>
    <message>
        <source>Touch a part of the body</source>
        <translation>Touchez une partie du corps</translation>
    </message>
</context>
<context>
    <name>BodyFigure</name>
    <message>
        <source>Body map</source>
        <translation>Schéma du corps</translation>
    </message>
</context>
<context>
    <name>BookmarkButton</name>
    <message>
        <source>Remove the bookmark: {0}</source>
        <translation>Retirer le signet&#xa0;: {0}</translation>
    </message>
    <message>
        <source>Put the bookmark back: {0}</source>
        <translation>Remettre le signet&#xa0;: {0}</translation>
    </message>
    <message>
        <source>Remove the bookmark</source>
        <translation>Retirer le signet</translation>
    </message>
    <message>
        <source>Add a bookmark</source>
        <translation>Ajouter un signet</translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texte plus petit</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texte plus grand</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Écouter</translation>
    </message>
    <message>
        <source>My list</source>
        <translation>Ma liste</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminer</translation>
    </message>
</context>
<context>
    <name>Cleaning</name>
    <message>
        <source>You can wipe the screen now</source>
        <translation>Vous pouvez nettoyer l’écran</translation>
    </message>
    <message>
        <source>The screen does not react to touch. Spray the cloth, not the screen. The visit before is forgotten.</source>
        <translation>L’écran ne réagit pas au toucher. Vaporisez le chiffon, pas l’écran. La visite d’avant est oubliée.</translation>
    </message>
    <message numerus="yes">
        <source>To end this sooner, hold a finger in the upper left corner for %n second(s).</source>
        <translation>
            <numerusform>Pour terminer plus tôt, gardez un doigt dans le coin supérieur gauche pendant %n seconde.</numerusform>
            <numerusform>Pour terminer plus tôt, gardez un doigt dans le coin supérieur gauche pendant %n secondes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>Il reste %n seconde</numerusform>
            <numerusform>Il reste %n secondes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColourMenu</name>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
</context>
<context>
    <name>Cover</name>
    <message>
        <source>Touch the screen</source>
        <translation>Touchez l’écran</translation>
    </message>
    <message>
        <source>The screen is hidden. Touch the screen.</source>
        <translation>L’écran est masqué. Touchez l’écran.</translation>
    </message>
    <message>
        <source>Back to my page</source>
        <translation>Revenir à ma page</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminer</translation>
    </message>
</context>
<context>
    <name>DefinitionCard</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>More in Words</source>
        <translation>Voir dans les mots expliqués</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>On my list</source>
        <translation>Sur ma liste</translation>
    </message>
    <message>
        <source>Add to my list</source>
        <translation>Ajouter à ma liste</translation>
    </message>
    <message>
        <source>Copy with sources</source>
        <translation>Copier avec les sources</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Tout sélectionner</translation>
    </message>
</context>
<context>
    <name>Door</name>
    <message>
        <source>Topics</source>
        <translation>Sujets</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find on this page</source>
        <translation>Rechercher dans cette page</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Passage précédent</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Passage suivant</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} sur {1}</translation>
    </message>
    <message>
        <source>Not found on this page</source>
        <translation>Rien trouvé sur cette page</translation>
    </message>
</context>
<context>
    <name>Guides</name>
    <message>
        <source>The content in {0} cannot be used, so the built-in guide is shown. First problem: {1}</source>
        <translation>On ne peut pas utiliser le contenu de {0}; voici plutôt le guide intégré. Premier problème&#xa0;: {1}</translation>
    </message>
</context>
<context>
    <name>HandoutCodes</name>
    <message>
        <source>Code for the phone</source>
        <translation>Code pour le téléphone</translation>
    </message>
    <message>
        <source>Point the camera of a phone at the code. It holds the text below. Nothing is sent or looked up.</source>
        <translation>Visez le code avec l’appareil photo d’un téléphone. Il contient le texte ci-dessous. Rien n’est envoyé ni cherché ailleurs.</translation>
    </message>
    <message>
        <source>Code with the text below</source>
        <translation>Code qui contient le texte ci-dessous</translation>
    </message>
    <message>
        <source>What the code says</source>
        <translation>Ce que dit le code</translation>
    </message>
    <message>
        <source>Address of the publisher</source>
        <translation>Adresse de l’éditeur</translation>
    </message>
    <message>
        <source>Code with the address of the publisher</source>
        <translation>Code qui contient l’adresse de l’éditeur</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Transmettre</translation>
    </message>
    <message>
        <source>Type or scan this code on another machine with this guide: it opens the same topics, side effects and questions. Questions in your own words are not part of it.</source>
        <translation>Tapez ou lisez ce code sur un autre appareil qui a ce guide&#xa0;: il ouvre les mêmes sujets, effets secondaires et questions. Vos questions à vous n’en font pas partie.</translation>
    </message>
    <message>
        <source>The same code, to be scanned</source>
        <translation>Le même code, à lire avec un lecteur</translation>
    </message>
</context>
<context>
    <name>HandoutDesk</name>
    <message>
        <source>Type or scan a code first.</source>
        <translation>Tapez ou lisez d’abord un code.</translation>
    </message>
    <message>
        <source>This code is not complete or has a slip in it. Compare it letter by letter.</source>
        <translation>Ce code n’est pas complet ou contient une erreur. Comparez-le lettre par lettre.</translation>
    </message>
    <message>
        <source>This code comes from a newer version of the program and cannot be read here.</source>
        <translation>Ce code vient d’une version plus récente du programme et ne peut pas être lu ici.</translation>
    </message>
    <message>
        <source>This code was made with another edition of the guide. Its topics are shown as they are in this one.</source>
        <translation>Ce code a été fait avec une autre édition du guide. Ses sujets sont montrés comme dans cette édition-ci.</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s) of this code are no longer in the guide.</source>
        <translation>
            <numerusform>%n sujet de ce code n’est plus dans le guide.</numerusform>
            <numerusform>%n sujets de ce code ne sont plus dans le guide.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandoutOptions</name>
    <message>
        <source>What it is about</source>
        <translation>Sujet du feuillet</translation>
    </message>
    <message>
        <source>This topic</source>
        <translation>Ce sujet</translation>
    </message>
    <message numerus="yes">
        <source>My list (%n)</source>
        <translation>
            <numerusform>Ma liste (%n)</numerusform>
            <numerusform>Ma liste (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Side effects</source>
        <translation>Effets secondaires</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Only some</source>
        <translation>Choisir</translation>
    </message>
    <message>
        <source>Size of print</source>
        <translation>Taille du texte imprimé</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Gros</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Lettre</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Language of the handout</source>
        <translation>Langue du feuillet</translation>
    </message>
    <message>
        <source>From another machine</source>
        <translation>D’un autre appareil</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>What the handout holds</source>
        <translation>Contenu du feuillet</translation>
    </message>
    <message>
        <source>Questions and words</source>
        <translation>Questions et mots</translation>
    </message>
    <message>
        <source>Questions to ask, with lines to write on</source>
        <translation>Questions à poser, avec des lignes pour écrire</translation>
    </message>
    <message>
        <source>The words explained</source>
        <translation>Les mots expliqués</translation>
    </message>
    <message>
        <source>A question of your own</source>
        <translation>Une question à vous</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
</context>
<context>
    <name>HandoutPreview</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandoutView</name>
    <message>
        <source>Handout</source>
        <translation>Feuillet</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimer</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Enregistrer en PDF</translation>
    </message>
    <message>
        <source>Code for the phone</source>
        <translation>Code pour le téléphone</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Transmettre</translation>
    </message>
    <message>
        <source>Show the pages</source>
        <translation>Montrer les pages</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>HeaderBar</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texte plus petit</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texte plus grand</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Listen to this page</source>
        <translation>Écouter cette page</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Écouter</translation>
    </message>
    <message>
        <source>Handout</source>
        <translation>Feuillet</translation>
    </message>
    <message numerus="yes">
        <source>Handout, %n topic(s) on your list</source>
        <translation>
            <numerusform>Feuillet, %n sujet sur votre liste</numerusform>
            <numerusform>Feuillet, %n sujets sur votre liste</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HelpCard</name>
    <message numerus="yes">
        <source>%n warning sign(s)</source>
        <translation>
            <numerusform>%n signe d’alerte</numerusform>
            <numerusform>%n signes d’alerte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>Touch a part of the body</source>
        <translation>Touchez une partie du corps</translation>
    </message>
    <message>
        <source>Or choose a topic</source>
        <translation>Ou choisissez un sujet</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>Why it is done and what to expect</source>
        <translation>Pourquoi on la fait et à quoi s’attendre</translation>
    </message>
    <message>
        <source>A serious reaction that your team plans for</source>
        <translation>Une réaction grave que votre équipe prévoit</translation>
    </message>
    <message>
        <source>What can happen and what helps</source>
        <translation>Ce qui peut arriver et ce qui aide</translation>
    </message>
    <message>
        <source>What you may want to ask your team</source>
        <translation>Des questions pour votre équipe</translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s)</source>
        <translation>
            <numerusform>%n&#xa0;opération</numerusform>
            <numerusform>%n&#xa0;opérations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>Bookmark added</source>
        <translation>Signet ajouté</translation>
    </message>
    <message>
        <source>Bookmark removed</source>
        <translation>Signet retiré</translation>
    </message>
    <message>
        <source>All bookmarks put back</source>
        <translation>Tous les signets sont remis</translation>
    </message>
    <message>
        <source>All bookmarks removed</source>
        <translation>Tous les signets sont retirés</translation>
    </message>
    <message>
        <source>Recent topics put back</source>
        <translation>Sujets récents remis</translation>
    </message>
    <message>
        <source>Recent topics cleared</source>
        <translation>Sujets récents effacés</translation>
    </message>
    <message>
        <source>This guide has changed since it was last read on this computer.</source>
        <translation>Ce guide a changé depuis sa dernière lecture sur cet ordinateur.</translation>
    </message>
    <message>
        <source>See what changed</source>
        <translation>Voir ce qui a changé</translation>
    </message>
    <message>
        <source>Your bookmarks could not be saved: {0}</source>
        <translation>Vos signets n’ont pas pu être enregistrés&#xa0;: {0}</translation>
    </message>
    <message>
        <source>Your bookmarks could not all be read. The old file is kept: {0}</source>
        <translation>Certains signets n’ont pas pu être lus. L’ancien fichier est conservé&#xa0;: {0}</translation>
    </message>
</context>
<context>
    <name>KeptLists</name>
    <message>
        <source>Remove all bookmarks</source>
        <translation>Retirer tous les signets</translation>
    </message>
    <message>
        <source>Put all bookmarks back</source>
        <translation>Remettre tous les signets</translation>
    </message>
    <message>
        <source>Clear recent topics</source>
        <translation>Effacer les sujets récents</translation>
    </message>
    <message>
        <source>Put the recent topics back</source>
        <translation>Remettre les sujets récents</translation>
    </message>
</context>
<context>
    <name>Kiosk</name>
    <message>
        <source>This program failed several times. It shows the shipped guide, without sound and printing, for an hour, or until it is closed and started again.</source>
        <translation>Ce programme a échoué plusieurs fois. Il montre le guide fourni, sans son ni impression, pendant une heure ou jusqu’à ce qu’il soit fermé et rouvert.</translation>
    </message>
</context>
<context>
    <name>KioskCounts</name>
    <message>
        <source>The counts could not be written: {0}</source>
        <translation>Impossible d’écrire les décomptes&#xa0;: {0}</translation>
    </message>
    <message>
        <source>The counts are written: {0}</source>
        <translation>Les décomptes sont enregistrés&#xa0;: {0}</translation>
    </message>
</context>
<context>
    <name>KioskVoice</name>
    <message>
        <source>The voice stopped reading: {0}</source>
        <translation>La lecture s’est arrêtée&#xa0;: {0}</translation>
    </message>
</context>
<context>
    <name>KioskWindow</name>
    <message>
        <source>Volume {0} of {1}</source>
        <translation>Volume&#xa0;: {0} sur {1}</translation>
    </message>
</context>
<context>
    <name>ListenBar</name>
    <message>
        <source>Paused: {0}</source>
        <translation>En pause&#xa0;: {0}</translation>
    </message>
    <message>
        <source>Reading: {0}</source>
        <translation>Lecture&#xa0;: {0}</translation>
    </message>
    <message>
        <source>Previous paragraph</source>
        <translation>Paragraphe précédent</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Next paragraph</source>
        <translation>Paragraphe suivant</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Voix</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>Moins fort</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Plus fort</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Arrêter la lecture</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Écouter</translation>
    </message>
</context>
<context>
    <name>ListenRow</name>
    <message>
        <source>Listen: {0}</source>
        <translation>Écouter&#xa0;: {0}</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Écouter</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>The voice stopped reading: {0}</source>
        <translation>La lecture s’est arrêtée&#xa0;: {0}</translation>
    </message>
    <message>
        <source>Your settings could not be saved: {0}</source>
        <translation>Vos réglages n’ont pas pu être enregistrés&#xa0;: {0}</translation>
    </message>
    <message>
        <source>Something in the program went wrong. Nothing you kept is lost, and you can go on reading. For whoever looks after this computer, it is noted in {0}</source>
        <translation>Quelque chose a mal fonctionné dans le programme. Rien de ce que vous avez gardé n’est perdu et vous pouvez continuer à lire. Pour la personne qui s’occupe de cet ordinateur, c’est noté dans {0}</translation>
    </message>
    <message>
        <source>Works offline</source>
        <translation>Fonctionne hors ligne</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>MyList</name>
    <message>
        <source>Take home</source>
        <translation>Emporter avec moi</translation>
    </message>
    <message>
        <source>Your list is empty. Open a topic and touch “Add to my list”, or choose questions to ask.</source>
        <translation>Votre liste est vide. Ouvrez un sujet et touchez «&#xa0;Ajouter à ma liste&#xa0;», ou choisissez des questions à poser.</translation>
    </message>
    <message>
        <source>Touch a name to see its code for your phone. The list is forgotten when you finish.</source>
        <translation>Touchez un nom pour voir son code pour votre téléphone. La liste est oubliée quand vous terminez.</translation>
    </message>
    <message>
        <source>Code for my questions</source>
        <translation>Code pour mes questions</translation>
    </message>
    <message>
        <source>The printer did not take the pages. Ask at the desk, or use the code for your phone.</source>
        <translation>L’imprimante n’a pas pris les pages. Demandez à l’accueil ou prenez le code pour votre téléphone.</translation>
    </message>
    <message>
        <source>Your pages are being printed.</source>
        <translation>Vos pages s’impriment.</translation>
    </message>
    <message numerus="yes">
        <source>On paper: %n page(s).</source>
        <translation>
            <numerusform>Sur papier&#xa0;: %n page.</numerusform>
            <numerusform>Sur papier&#xa0;: %n pages.</numerusform>
        </translation>
    </message>
    <message>
        <source>That is more than one visit may print. Take something off the list, or use the code.</source>
        <translation>C’est plus qu’on ne peut imprimer en une visite. Retirez quelque chose de la liste ou prenez le code.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimer</translation>
    </message>
    <message>
        <source>For your phone: {0}</source>
        <translation>Pour votre téléphone&#xa0;: {0}</translation>
    </message>
    <message>
        <source>Point the camera of a phone at the code. It holds the text below. Nothing is sent or looked up.</source>
        <translation>Pointez l’appareil photo d’un téléphone sur le code. Il contient le texte ci-dessous. Rien n’est envoyé ni recherché.</translation>
    </message>
    <message>
        <source>Code with the text below</source>
        <translation>Code contenant le texte ci-dessous</translation>
    </message>
</context>
<context>
    <name>NavigationPane</name>
    <message>
        <source>By surgery</source>
        <translation>Par opération</translation>
    </message>
    <message>
        <source>By body part</source>
        <translation>Par partie du corps</translation>
    </message>
    <message>
        <source>Find a topic</source>
        <translation>Choisir un sujet</translation>
    </message>
</context>
<context>
    <name>PageReader</name>
    <message>
        <source>Voice</source>
        <translation>Voix</translation>
    </message>
</context>
<context>
    <name>Paged</name>
    <message>
        <source>Up</source>
        <translation>Haut</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Bas</translation>
    </message>
</context>
<context>
    <name>PaneSwitch</name>
    <message>
        <source>Topics</source>
        <translation>Sujets</translation>
    </message>
    <message>
        <source>This topic</source>
        <translation>Ce sujet</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
</context>
<context>
    <name>PaperDoor</name>
    <message>
        <source>Save as PDF</source>
        <translation>Enregistrer en PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Fichiers PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The handout could not be saved: {0}. Choose another folder, or take the code for the phone.</source>
        <translation>Le feuillet n’a pas pu être enregistré&#xa0;: {0}. Choisissez un autre dossier, ou prenez le code pour le téléphone.</translation>
    </message>
    <message>
        <source>The handout is saved: {0}</source>
        <translation>Le feuillet est enregistré&#xa0;: {0}</translation>
    </message>
    <message>
        <source>No printer was found. Save the handout as a PDF, or take the code for the phone.</source>
        <translation>Aucune imprimante n’a été trouvée. Enregistrez le feuillet en PDF, ou prenez le code pour le téléphone.</translation>
    </message>
    <message>
        <source>The handout could not be printed. Save it as a PDF, or take the code for the phone.</source>
        <translation>Le feuillet n’a pas pu être imprimé. Enregistrez-le en PDF, ou prenez le code pour le téléphone.</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Did you mean “{0}”?</source>
        <translation>Vouliez-vous dire «&#xa0;{0}&#xa0;»?</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s).</source>
        <translation>
            <numerusform>%n résultat.</numerusform>
            <numerusform>%n résultats.</numerusform>
        </translation>
    </message>
    <message>
        <source>Often opened here</source>
        <translation>Souvent consulté ici</translation>
    </message>
    <message>
        <source>Nothing found for “{0}”. Try another word, or go on here:</source>
        <translation>Aucun résultat pour «&#xa0;{0}&#xa0;». Essayez un autre mot, ou continuez ici&#xa0;:</translation>
    </message>
    <message>
        <source>Read about surgery from the beginning</source>
        <translation>Lire à propos de la chirurgie, depuis le début</translation>
    </message>
    <message>
        <source>Look by body part</source>
        <translation>Voir par partie du corps</translation>
    </message>
    <message>
        <source>See questions to ask your team</source>
        <translation>Voir les questions à poser à votre équipe</translation>
    </message>
    <message>
        <source>Surgery</source>
        <translation>Opération</translation>
    </message>
    <message>
        <source>Form of a surgery</source>
        <translation>Forme d’une opération</translation>
    </message>
    <message>
        <source>Side effect</source>
        <translation>Effet secondaire</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Mot</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>Kind of surgery</source>
        <translation>Type d’opération</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Body part</source>
        <translation>Partie du corps</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search surgeries, side effects, words</source>
        <translation>Rechercher une opération, un effet, un mot</translation>
    </message>
</context>
<context>
    <name>SearchResults</name>
    <message>
        <source>Search results</source>
        <translation>Résultats de la recherche</translation>
    </message>
</context>
<context>
    <name>SearchView</name>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Lettres</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>Résultats de la recherche</translation>
    </message>
    <message>
        <source>Did you mean “{0}”?</source>
        <translation>Vouliez-vous dire «&#xa0;{0}&#xa0;»?</translation>
    </message>
    <message>
        <source>Nothing found. Try another word, or fewer letters.</source>
        <translation>Rien trouvé. Essayez un autre mot ou moins de lettres.</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s).</source>
        <translation>
            <numerusform>%n résultat.</numerusform>
            <numerusform>%n résultats.</numerusform>
        </translation>
    </message>
    <message>
        <source>Type a few letters of a word</source>
        <translation>Tapez quelques lettres d’un mot</translation>
    </message>
</context>
<context>
    <name>SideEffectsPanel</name>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
</context>
<context>
    <name>StaffMenu</name>
    <message>
        <source>For staff</source>
        <translation>Pour le personnel</translation>
    </message>
    <message>
        <source>Clean the screen</source>
        <translation>Nettoyer l’écran</translation>
    </message>
    <message>
        <source>Export the counts</source>
        <translation>Exporter les décomptes</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Fermer le programme</translation>
    </message>
    <message>
        <source>Back to the guide</source>
        <translation>Retour au guide</translation>
    </message>
</context>
<context>
    <name>StaffPad</name>
    <message>
        <source>For staff</source>
        <translation>Pour le personnel</translation>
    </message>
    <message>
        <source>Type the PIN to clean the screen or to close this program.</source>
        <translation>Entrez le NIP pour nettoyer l’écran ou fermer ce programme.</translation>
    </message>
    <message>
        <source>No PIN is set in the policy file, so this program cannot be closed here.</source>
        <translation>Aucun NIP ne figure dans le fichier de politique; ce programme ne peut donc pas être fermé ici.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>NIP</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Back to the guide</source>
        <translation>Retour au guide</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong tries. Wait %n second(s).</source>
        <translation>
            <numerusform>Trop d’essais erronés. Attendez %n seconde.</numerusform>
            <numerusform>Trop d’essais erronés. Attendez %n secondes.</numerusform>
        </translation>
    </message>
    <message>
        <source>That is not the PIN.</source>
        <translation>Ce n’est pas le bon NIP.</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Are you still reading?</source>
        <translation>Lisez-vous encore?</translation>
    </message>
    <message>
        <source>Touch the screen to go on. Otherwise this page closes, and nothing of your visit is kept.</source>
        <translation>Touchez l’écran pour continuer. Sinon, cette page se ferme et rien de votre visite n’est conservé.</translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation>Je suis encore là</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>Il reste %n seconde</numerusform>
            <numerusform>Il reste %n secondes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeFilter</name>
    <message>
        <source>Show side effects of</source>
        <translation>Afficher les effets secondaires pour</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
</context>
<context>
    <name>WordsBar</name>
    <message>
        <source>Filter these words</source>
        <translation>Filtrer ces mots</translation>
    </message>
    <message>
        <source>A to Z</source>
        <translation>De A à Z</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n mot</numerusform>
            <numerusform>%n mots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Take off the list: {0}</source>
        <translation>Retirer de la liste&#xa0;: {0}</translation>
    </message>
</context>
</TS>
