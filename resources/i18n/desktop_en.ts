<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BodyDoor</name>
    <message numerus="yes">
        <source>%n operation(s)</source>
        <translation>
            <numerusform>%n operation</numerusform>
            <numerusform>%n operations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Cleaning</name>
    <message numerus="yes">
        <source>To end this sooner, hold a finger in the upper left corner for %n second(s).</source>
        <translation>
            <numerusform>To end this sooner, hold a finger in the upper left corner for %n second.</numerusform>
            <numerusform>To end this sooner, hold a finger in the upper left corner for %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>%n second left</numerusform>
            <numerusform>%n seconds left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandoutDesk</name>
    <message numerus="yes">
        <source>%n topic(s) of this code are no longer in the guide.</source>
        <translation>
            <numerusform>%n topic of this code is no longer in the guide.</numerusform>
            <numerusform>%n topics of this code are no longer in the guide.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandoutOptions</name>
    <message numerus="yes">
        <source>My list (%n)</source>
        <translation>
            <numerusform>My list (%n)</numerusform>
            <numerusform>My list (%n)</numerusform>
        </translation>
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
    <name>HeaderBar</name>
    <message numerus="yes">
        <source>Handout, %n topic(s) on your list</source>
        <translation>
            <numerusform>Handout, %n topic on your list</numerusform>
            <numerusform>Handout, %n topics on your list</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HelpCard</name>
    <message numerus="yes">
        <source>%n warning sign(s)</source>
        <translation>
            <numerusform>%n warning sign</numerusform>
            <numerusform>%n warning signs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message numerus="yes">
        <source>%n operation(s)</source>
        <translation>
            <numerusform>%n&#xa0;operation</numerusform>
            <numerusform>%n&#xa0;operations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MyList</name>
    <message numerus="yes">
        <source>On paper: %n page(s).</source>
        <translation>
            <numerusform>On paper: %n page.</numerusform>
            <numerusform>On paper: %n pages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message numerus="yes">
        <source>%n result(s).</source>
        <translation>
            <numerusform>%n result.</numerusform>
            <numerusform>%n results.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchView</name>
    <message numerus="yes">
        <source>%n result(s).</source>
        <translation>
            <numerusform>%n result.</numerusform>
            <numerusform>%n results.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StaffPad</name>
    <message numerus="yes">
        <source>Too many wrong tries. Wait %n second(s).</source>
        <translation>
            <numerusform>Too many wrong tries. Wait %n second.</numerusform>
            <numerusform>Too many wrong tries. Wait %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>%n second left</numerusform>
            <numerusform>%n seconds left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WordsBar</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
</context>
</TS>
