#!/bin/sh
# Walks through the installed program as a person would, on a screen of its own (needs xvfb, xauth and xdotool).
# usage: walk.sh begin|again PICTURES COMMAND…
#   begin  every topic in both languages into the folder PICTURES, a handout, a search; then the window: a bookmark is set
#   again  after an upgrade: the window opens where it was left, and the bookmark is still there
# Ends with 0, or says what was missing and ends with 1.
set -eu
step=$1 pictures=$2
shift 2
kept=${XDG_CONFIG_HOME:-$HOME/.config}/net-surgery-guide

fail() { echo "walk: $*" >&2; exit 1; }

# The program itself names its topics when it is asked for one that does not exist.
topics() { "$@" --topic - 2>&1 | sed -n 's/.*Topics are: //p' | tr -d ,; }

draw_everything() {
    mkdir -p "$pictures"
    names=$(topics "$@")
    [ "$(echo "$names" | wc -w)" -ge 90 ] || fail "the program names fewer than 90 topics: $names"
    for language in en fr; do
        for topic in $names; do
            "$@" screenshot "$pictures/$language-$topic.png" --topic "$topic" --lang $language
            [ -s "$pictures/$language-$topic.png" ] || fail "no picture of $topic in $language"
        done
    done
    "$@" handout whipple --out "$pictures/whipple.pdf" --lang fr
    "$@" search anastomosis --json >"$pictures/search.json"
    "$@" check --strict
    "$@" about
    echo "walk: $(find "$pictures" -name "*.png" | wc -l) pictures of $(echo "$names" | wc -w) topics"
}

open_window() {
    "$@" &
    program=$!
    window=$(timeout 60 xdotool search --sync --onlyvisible --class net-surgery-guide | tail -1) || fail "no window within a minute"
    xdotool windowfocus --sync "$window"
    sleep 2
}

# A quarter of a second between keys is how quickly people go through a list.
press() { for key in "$@"; do xdotool key --window "$window" "$key"; sleep 0.25; done; }

# Types a word into the search and opens what is found first.
look_for() {
    press ctrl+k
    xdotool type --window "$window" --delay 120 "$1"
    sleep 0.5
    press Return
    sleep 1
    shows "$2"
}

shows() {
    title=$(xdotool getwindowname "$window")
    case $title in "$1"*) ;; *) fail "the window shows '$title', not '$1'" ;; esac
}

close_window() {
    sleep 1
    kill -0 $program 2>/dev/null || fail "the program ended by itself"
    kill $program
    wait $program 2>/dev/null || true
}

case $step in
begin)
    if [ -z "${WALK_SCREEN:-}" ]; then
        draw_everything "$@"
        WALK_SCREEN=1 exec xvfb-run --auto-servernum --server-args "-screen 0 1366x768x24" sh "$0" "$step" "$pictures" "$@"
    fi
    open_window "$@" --topic whipple
    press ctrl+d
    look_for gastrectomy Gastrectomy
    look_for stent "Stent placement"
    look_for dumping "Dumping syndrome"
    close_window
    grep -q '"whipple"' "$kept/bookmarks.json" || fail "the bookmark was not kept"
    grep -q '"dumping-syndrome"' "$kept/settings.json" || fail "the settings were not kept"
    echo "walk: four topics opened by keys, a bookmark kept"
    ;;
again)
    [ -n "${WALK_SCREEN:-}" ] ||
        WALK_SCREEN=1 exec xvfb-run --auto-servernum --server-args "-screen 0 1366x768x24" sh "$0" "$step" "$pictures" "$@"
    open_window "$@"
    shows "Dumping syndrome"
    press ctrl+d
    close_window
    grep -q '"whipple".*' "$kept/bookmarks.json" || fail "the bookmark was lost"
    grep -q '"dumping-syndrome"' "$kept/bookmarks.json" || fail "a second bookmark could not be set"
    echo "walk: the window opened where it was left, the bookmark is still there"
    ;;
*) fail "begin or again?" ;;
esac
