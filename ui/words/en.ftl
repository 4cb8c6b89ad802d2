# All words of the app: screens and notices alike. The instructions themselves are in the protocol.

## What the app is (also in the installer)

app-name = Aftercare
intended-purpose = Shows your clinic's aftercare instructions at the right time and lets you keep a private diary. It does not diagnose, does not judge your skin and does not replace your clinic.
# What the system calls the program that starts at login.
autostart-comment = Reminds you of your clinic's aftercare instructions
draft = Draft: not checked by your clinic

## Notices

notice-morning = Morning care
notice-evening = Evening care
notice-mixed = Aftercare
notice-away = While you were away
notice-discreet = Skin care reminder
notice-discreet-body = Open Aftercare for the rest.
notice-release = { $thing }: this rule has ended.
notice-release-line = { $thing }: { $text }
notice-release-title = { $thing }: the rule has ended
notice-line = • { $text }
notice-store-title = Aftercare cannot remind you
action-open = Open
action-done = Done
action-later = Later
action-seen = I see it
notice-test-title = Test reminder
notice-test-body = This is only a test. Aftercare asks you whether you saw it.

## What `aftercarectl doctor` says

doctor-version = Aftercare { $version }
doctor-data = Data folder: { $folder }
doctor-no-data = Nothing was entered here yet. Open Aftercare once.
doctor-agent = Reminders: running since { $since }
doctor-agent-new = Reminders: running, and about to look
doctor-no-agent = Reminders: not running. Open Aftercare, and they start.
doctor-looked = Last look: { $at }
doctor-server = Notification service: { $name } { $version }, { $buttons }, { $keeps }
doctor-server-unmet = Notification service: not met yet
doctor-no-server = Notification service: none there at { $at }. Check that notifications are on in the settings of this computer.
doctor-buttons = shows buttons
doctor-no-buttons = shows no buttons
doctor-keeps = keeps a reminder until it is closed
doctor-keeps-not = may take a reminder away by itself
doctor-waiting = A reminder waits since { $since }: the notification service did not take it.
doctor-notice = Last reminder: { $at }: { $told } ({ $answer })
doctor-no-notice = Last reminder: none yet
doctor-done = done { $at }
doctor-skipped = skipped { $at }
doctor-later = put off { $at }
doctor-unanswered = no answer
doctor-no-answer-needed = nothing to answer
doctor-login-on = Start at login: on
doctor-login-off = Start at login: off. After a restart of the computer no reminder comes until Aftercare is opened.
doctor-login-switched-off = Start at login: switched off in the settings of this computer
doctor-login-stale = Start at login: starts another program. Open Aftercare, and it is mended.
doctor-login-unit = Start at login: by systemd
doctor-login-not-here = Start at login: not for this data folder
doctor-zone = Time zone: { $zone }
doctor-untested = Test reminder: never tried
doctor-seen = Test reminder: shown { $at }, and you said that you saw it
doctor-unseen = Test reminder: shown { $at }, and you said that you did not see it
doctor-unconfirmed = Test reminder: shown { $at }; nobody said that it was seen
doctor-refused = Test reminder: refused ({ $reason })
doctor-test-over = Test reminder: asked for { $at }, and nobody took it
doctor-test-waits = Test reminder: on its way
doctor-never-away = Times without reminders in the last 7 days: none
doctor-away-off = No reminders from { $from } to { $until }: the computer was off
doctor-away-asleep = No reminders from { $from } to { $until }: the computer was asleep
doctor-away-stopped = No reminders from { $from } to { $until }: Aftercare was not running

## Problems. The ids are `problem-` and the code.

problem-answer-in-future = This moment has not come yet. Enter when you did it.
problem-answer-not-a-time = Enter the day and the time when you did it.
problem-answer-too-early = That is too long before it was due. The earliest is { $earliest }.
problem-area-missing = Choose at least one area.
problem-area-not-covered = These instructions do not cover this area: { $area }. Ask your clinic for its own aftercare file.
problem-autostart = Aftercare could not change whether it starts when you log in: { $folder } ({ $reason }). After a restart of the computer, open Aftercare once to be reminded.
problem-data-folder = Aftercare cannot write to its data folder: { $folder } ({ $reason }). Nothing was saved. Free some space or choose a folder you may write to.
problem-depth-not-a-depth = The needle length is a number of millimetres, for example 1.5. Leave it empty if you do not know it.
problem-depth-not-covered = These instructions cover needles up to { $most } mm. For { $depth } mm, ask your clinic for its own aftercare file.
problem-device-not-covered = These instructions do not cover this device: { $device }. Heat (radio-frequency) needling needs other care. Ask your clinic for its own aftercare file.
problem-ended-in-future = This moment has not come yet. Enter when the treatment ended.
problem-ended-not-a-time = Enter the day and the time when the treatment ended.
problem-ended-too-long-ago = This is more than a year ago. Aftercare plans for the months after a treatment. Check the year.
problem-not-a-question = Aftercare did not understand its own window: { $reason }. Close it and open it again.
problem-not-agreed = Please read what Aftercare is and is not, and agree first.
problem-not-found = This is not there any more. It may have been changed in another window.
problem-place-unknown = There is no such place in the list. Try the next large city.
problem-session-before-treatment = The next session must be later than this treatment.
problem-session-not-a-time = Enter the day and the time of the next session, or leave both empty.
problem-session-number = The session number must be between 1 and { $most }, and not more than the number of sessions.
problem-store-damaged = Aftercare cannot read its data file: { $file } is damaged. It was left as it is. Move it away to start anew, or put a backup in its place.
problem-store-failed = Aftercare could not save: { $reason }. Nothing was changed. Try again.
problem-store-newer = A newer version of Aftercare wrote this data ({ $file }). Install the newest version. The file was left as it is.
problem-too-early-to-answer = This is not due yet.
problem-zone-unknown = There is no time zone named { $zone }.

## The rail

rail-label = Screens
rail-today = Today
rail-warnings = Warning signs
rail-warnings-keys = Warning signs (F1 or Alt+W)

## Moments and stretches of time

moment-today = today { $time }
moment-tomorrow = tomorrow { $time }
moment-yesterday = yesterday { $time }
moment-weekday = { $day } { $time }
moment-date = { $date }, { $time }
moment-full-day = { $day }, { $date }
left-days = { $days } d { $hours } h
left-hours = { $hours } h { $minutes } min
left-minutes = { $minutes } min { $seconds } s
left-seconds = { $seconds } s
step-hours = { $hours } h
step-days = { $days } days
step-weeks = { $weeks ->
    [one] 1 week
   *[other] { $weeks } weeks
}
until = until { $moment }
list-comma = { ", " }
list-dot = { " · " }

## Welcome

step-of = Step { $step } of { $steps }
welcome-title = Welcome
welcome-counts = It counts every "not yet" down, and says when you may again.
welcome-reminds = It reminds you of your care, also when this window is closed.
welcome-private = It works without internet or an account. What you enter stays on this computer.
welcome-notices = What may a reminder say?
welcome-details = What to do
welcome-discreet = Nothing others may read
welcome-example = Example of a reminder
welcome-details-example = Wash with bottled water. Soothe your skin.
welcome-consent-title = Please know
welcome-consent = It can remind you, but it can fail: the computer may be off. After a restart of the computer, open Aftercare once, or no reminder comes. Keep the sheet from your clinic. If the two differ, do what your clinic says.
welcome-agree = I understand and agree
welcome-warnings = See the warning signs

## The treatment

form-title = Your treatment
form-title-correct = Correct the treatment
form-text = Your clinic's sheet or your appointment card may help.
form-text-correct = All times are planned anew from what you enter here.
form-ended = When did it end?
field-day = Day
field-time = Time
field-calendar = { $label }: open the calendar
field-month-before = The month before
field-month-after = The month after
form-zone = Time zone of the treatment
form-zone-is = { $city } time
form-zone-change = Change
form-zone-none = No such place. Try the next large city.
form-device = What was it done with?
form-device-missing = Choose what it was done with. If you do not know, ask your clinic.
device-pen = Pen
device-pen-hint = An electric pen with a needle tip
device-roller = Roller
device-roller-hint = A small wheel full of needles
device-stamp = Stamp
device-stamp-hint = Needles pressed straight down
device-radio-frequency = Heat needling
device-radio-frequency-hint = Radio frequency (RF) needles
form-areas = Where?
area-face = Face
area-neck = Neck
area-decolletage = Décolletage
area-hands = Hands
area-scalp = Scalp
area-body = Body
form-depth = Needle length
form-depth-hint = If you know it. Your clinic can tell you.
form-mm = mm
form-more = Does this apply to you?
form-prp = PRP was used
form-prp-hint = Plasma from your own blood was put on the skin.
form-antibiotic = I got an antibiotic cream
form-antibiotic-hint = Your clinic ordered one for the days after.
form-dark-marks = My skin gets dark marks easily
form-dark-marks-hint = After a spot or a scratch, a dark mark stays for weeks. Some rules then last longer.
form-session = Which session was it?
form-session-of = of
form-session-number = Number of this session
form-session-count = Sessions in all
form-next = Next session, if it is booked
form-next-hint = You can add it later.
form-next-clear = Clear
form-problems = { $count ->
    [one] One thing is missing or needs a change.
   *[other] { $count } things are missing or need a change.
}
form-save = Start my plan
form-save-correct = Save the correction
form-cancel = Cancel
form-saved = Saved.

## Today

board-day = Day { $day }
board-hours = { $hours ->
    [0] Less than an hour since your treatment
    [one] 1 hour since your treatment
   *[other] { $hours } hours since your treatment
}
board-treated = Treated { $moment }
board-device-depth = { $device } { $mm } mm
board-prp = PRP
board-session = Session { $session } of { $sessions }
steps-label = Steps of your plan: { $all }. The next is { $next }, { $moment }.
steps-over = Steps of your plan: { $all }. All are over.
not-yet-title = Not yet
not-yet-also = Also until then
not-yet-none = Nothing is "not yet" now.
do-now-title = Do now
do-now-none = Nothing is due now.
do-now-later = Later today: { $list }
todo-done-label = Done: { $title }
todo-later = Later
todo-later-label = Later: { $title }
todo-skip = Skip
todo-skip-label = Skip: { $title }
todo-undo = Undo
todo-undo-label = Undo: { $title }
todo-done-at = done at { $time }
todo-skipped-at = skipped at { $time }
todo-later-at = put off at { $time }
todo-said-undone = { $title }: open again
released-title = You may again
released-since = over since { $moment }
released-said = { $thing }: this rule has ended.
next-title = Next
next-line = { $title }, { $moment }
usual-title = Usual now
usual-until = until { $moment }
good-to-know-title = Good to know
session-title = Next session
session-between = Between { $earliest } and { $latest }
session-not-booked = Your clinic says which date suits your skin.
session-enter = Enter the date
source-from = From { $from }
source-guides = { $count ->
    [one] treatment guide { $numbers }
   *[other] treatment guides { $numbers }
}
source-practice = common clinic sheets
source-app = this app
treatment-menu = { $title }: more
treatment-correct = Correct it
treatment-forget = Entered by mistake
forget-title = Remove this treatment?
forget-text = { $title }. Its plan and its reminders go away. Do this only if it was entered by mistake.
forget-keep = Keep it
forget-yes = Remove it
today-empty-title = Nothing left to do
today-empty-text = No treatment has anything more to say today. Enter one when you have had it.
today-enter = Enter a treatment
today-enter-another = Enter another treatment
missed-title = You were away
missed-off = Was due { $moment }. The computer was off.
missed-closed = Was due { $moment }. Its time is over.
banner-agent-title = Reminders do not come now
banner-agent-text = The part of Aftercare that reminds you is not running. Close this window and open it again. Until then, look here: all of it stands on this page.
banner-waiting-title = A reminder could not be shown
banner-waiting-text = Your computer has not taken it since { $moment }. Check that notifications are on in its settings. Until then, look here: all of it stands on this page.

## Warning signs

warnings-back = Back
warnings-title = Warning signs
warnings-text = Tick what you see or feel, and read what to do.
warnings-hint = Tick a sign, and what to do stands here. If you are in doubt, call your clinic.

## When something does not work

trouble-title = Aftercare could not start
trouble-text = The warning signs still work. Press "Warning signs" or F1.
trouble-retry = Try again
error-unexpected = Something went wrong ({ $reason }). Nothing was changed. Try again.
