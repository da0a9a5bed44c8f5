#!/bin/sh
# The packaged program as a kiosk: its PIN, its window killed and opened again, staff who leave by the PIN.
# usage: kiosk.sh PROGRAM      (needs xvfb, xauth and xdotool; util-linux for a terminal to type the PIN at)
# Ends with 0, or says what was missing and ends with 1.
set -eu
program=$1
pin=602214
policy=$HOME/policy.toml

fail() { echo "kiosk: $*" >&2; exit 1; }

# The PIN is asked for twice, and only at a terminal, which throws away what was typed before it asks.
make_policy() {
    line=$({ sleep 2; echo $pin; sleep 2; echo $pin; sleep 2; } | script -qec "'$program' policy pin" /dev/null | tr -d '\r' | grep '^pin = ') ||
        fail "no line for the policy was made"
    printf 'profile = "kiosk"\n[staff]\n%s\n' "$line" >"$policy"
    "$program" policy check "$policy"
}

window() { cat /proc/$kiosk/task/*/children | cut -d' ' -f1; }

wait_for_window() {
    timeout 60 xdotool search --sync --onlyvisible --class net-surgery-guide >/dev/null || fail "no window within a minute"
    sleep 4 # until it is filled and feels fingers
}

call_staff() {
    for _ in 1 2 3 4 5; do
        xdotool mousemove 20 20 click 1
        sleep 0.35 # quicker would be a hand that trembles
    done
    sleep 1
    at=0
}

# Goes on to a place of the ring of keys and presses it: 1 to 9, 10 is the nought, 12 goes on, 13 goes back to the guide.
press() {
    place=$1
    [ "$place" = 0 ] && place=10
    while [ $at != "$place" ]; do
        xdotool key Tab
        sleep 0.05
        at=$((at % 13 + 1))
    done
    xdotool key space
    sleep 0.1
}

type_pin() { for digit in $(echo "$1" | sed 's/./& /g'); do press "$digit"; done; press 12; sleep 1; }

if [ -z "${KIOSK_SCREEN:-}" ]; then
    make_policy
    KIOSK_SCREEN=1 exec xvfb-run --auto-servernum --server-args "-screen 0 1080x1920x24" sh "$0" "$program"
fi

export XDG_RUNTIME_DIR="$HOME"
LD_LIBRARY_PATH=/nowhere QT_PLUGIN_PATH=/nowhere "$program" --policy "$policy" 2>"$HOME/told" &
kiosk=$!
wait_for_window
first=$(window)
tr '\0' '\n' <"/proc/$first/environ" | grep -q /nowhere && fail "what was set for the kiosk has reached its window"
code=0
"$program" --policy "$policy" 2>/dev/null || code=$?
[ $code = 4 ] || fail "a second start ended with $code"

kill -9 "$first"
sleep 2
wait_for_window
second=$(window)
case $second in "" | "$first") fail "no other window was opened" ;; esac
grep -q "started again" "$HOME/told" || fail "it was not told that the window was opened again"

call_staff
type_pin 602215
kill -0 "$second" 2>/dev/null || fail "a wrong PIN ended the window"
type_pin $pin
xdotool key Tab Tab space # the first cleans the screen, the second closes the program
for _ in 1 2 3 4 5 6 7 8 9 10; do kill -0 $kiosk 2>/dev/null || break; sleep 1; done
kill -0 $kiosk 2>/dev/null && fail "the right PIN did not let staff close the kiosk"
wait $kiosk || fail "staff closed the kiosk and it ended with $?"
echo "kiosk: PIN made, window killed and opened again, a wrong PIN refused, closed with the right one"
