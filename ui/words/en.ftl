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
notice-release-one = { $thing }: this rule has ended for one of your treatments, and not yet for another. Open Aftercare to see which.
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

## Before the computer goes off

farewell-title = Before you are usually back
farewell-title-day = In the next 24 hours
farewell-line = { $at }: { $what }
farewell-ends = { $thing }: the rule ends
farewell-ends-for-some = { $thing }: the rule ends for one of your treatments
farewell-begins = { $thing }: a rule begins
farewell-tomorrow = tomorrow { $time }
farewell-more = Open Aftercare for the rest.
# What the system says of a program that lets it wait a moment.
farewell-why = To show what is due before the computer is on again

## The next days at a glance

days-title = The next days
days-lead = What is due until the end of { $day }
days-phone = For your phone
days-code-name = QR picture: the next days as text
days-code-how = Hold your phone's camera on the picture. It shows this list as text, and nothing is sent anywhere.
days-code-large = There is too much for one picture. Print the list, or take the calendar.
days-calendar = Calendar with alarms
days-open = Still open
days-now = now
days-back = Your computer is usually on again
days-begins = { $thing }: not from now on
days-ends = { $thing }: the rule ends
days-ends-for-some = { $thing }: the rule ends for this area alone
days-stays = Not yet, all the time until then
days-until = until { $moment }
days-none = Nothing is due in the next days.
# In the evening. $lines: how many things are due.
offer-back = { $lines ->
    [one] Turning the computer off? One thing is due before it is usually on again ({ $moment }).
   *[other] Turning the computer off? { $lines } things are due before it is usually on again ({ $moment }).
}
offer-day = { $lines ->
    [one] Turning the computer off? One thing is due in the next 24 hours.
   *[other] Turning the computer off? { $lines } things are due in the next 24 hours.
}

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

## What `aftercarectl ask` says

cli-yes = { $asked }: yes
cli-not-before = { $asked }: not before { $until }
cli-ask = { $asked }: ask your clinic
cli-unknown = { $asked }: not known
cli-from = { $name }, from { $from } on
cli-why = Why: { $why }
cli-source = From: { $source }
cli-did-you-mean = Did you mean: { $names }?

## Problems. The ids are `problem-` and the code.

problem-answer-in-future = This time has not come yet. Enter when you did it.
problem-answer-not-a-time = Enter the time when you did it.
problem-answer-too-early = That is too early. Enter { $earliest } or later.
problem-area-missing = Choose at least one area.
problem-area-not-covered = These instructions do not cover this area: { $area }. Ask your clinic for its own aftercare file.
problem-ask-empty = Type what you want to ask about, for example ibuprofen.
problem-ask-too-long = This is too long to look up. Ask about one product at a time.
problem-autostart = Aftercare could not change whether it starts when you log in: { $folder } ({ $reason }). After a restart of the computer, open Aftercare once to be reminded.
problem-booking-in-past = This moment has passed. Enter a session that is still to come.
problem-booking-not-a-time = Enter the day and the time of the session.
problem-booking-too-far = This is more than { $years } years away. Check the year.
problem-check-before-treatment = This is before your treatment. Enter a later time.
problem-check-empty = Nothing is filled in yet. Move a slider, tick a sign or write a note.
problem-check-in-future = This time has not come yet. Enter when it was.
problem-check-not-a-time = Enter the day and the time.
problem-check-note-too-long = This note is too long. Write at most { $most } characters; a second check can hold the rest.
problem-check-rating = Choose a number from 0 to { $most }.
problem-contact-hidden-signs = There are hidden characters in this text. They can come along when you copy. Type it instead.
problem-contact-too-long = This is too long. Write at most { $most } characters.
problem-country-unknown = The emergency number of this country is not known here. Choose one from the list.
problem-data-folder = Aftercare cannot write to its data folder: { $folder } ({ $reason }). Nothing was saved. Free some space or choose a folder you may write to.
problem-depth-not-a-depth = The needle length is a number of millimetres, for example 1.5. Leave it empty if you do not know it.
problem-depth-not-covered = These instructions cover needles up to { $most } mm. For { $depth } mm, ask your clinic for its own aftercare file.
problem-device-not-covered = These instructions do not cover this device: { $device }. Heat (radio-frequency) needling needs other care. Ask your clinic for its own aftercare file.
problem-ended-in-future = This moment has not come yet. Enter when the treatment ended.
problem-ended-not-a-time = Enter the day and the time when the treatment ended.
problem-ended-too-long-ago = This is more than a year ago. Aftercare plans for the months after a treatment. Check the year.
problem-no-procedure = No treatment is entered yet. Enter it first: what you may do depends on when it ended.
problem-free-in-past = This day has passed. Enter a day that is still to come.
problem-free-name-missing = Write what these days are for, for example: Anna's wedding.
problem-free-name-too-long = This is too long. Write at most { $most } characters.
problem-free-not-a-day = Enter the day.
problem-free-order = The last day must not be before the first day.
problem-free-too-far = This is more than { $years } years away. Check the year.
problem-free-too-long = These are too many days. Keep at most { $most } days in a row free.
problem-export-exists = There is a file already: { $file }. Nothing was written. Choose another name.
problem-export-failed = The file could not be written: { $file } ({ $reason }). Nothing half-made is left of it. Choose another place, or free some space.
problem-export-photo-gone = The photo of { $moment } can no longer be opened. Nothing was written. Take it out of your choice, and save again.
problem-export-photos-many = A page holds up to { $most } photos. Choose fewer.
problem-export-nothing = There is nothing to put into this file yet.
problem-login-left = Everything is deleted, but Aftercare still starts when you log in: { $folder } ({ $reason }). Remove it among the startup programs of your computer.
problem-no-window = Photos are added in the window of Aftercare.
problem-not-a-question = Aftercare did not understand its own window: { $reason }. Close it and open it again.
problem-not-agreed = Please read what Aftercare is and is not, and agree first.
problem-not-found = This is not there any more. It may have been changed in another window.
problem-phone-not-a-number = Write the number with its digits first, for example 030 555 0142 or +49 30 555 0142. An extension comes after it.
problem-photo-damaged = This photo is damaged, or a part of it is missing. Copy it from your phone or camera once more.
problem-photo-gone = This file is not there any more.
problem-photo-heic = This is a HEIC photo, and Aftercare cannot open it. Save or send it as a JPEG, and add that. An iPhone takes JPEG photos with Settings, Camera, Formats, Most Compatible.
problem-photo-in-future = This time has not come yet. Enter when the photo was taken.
problem-photo-not-a-file = This is a folder or something else, and not a photo. Choose the photos in it.
problem-photo-not-a-time = Enter the day and the time.
problem-photo-not-kept = This photo could not be saved: { $reason }. Free some space on your disk, and add it again.
problem-photo-too-early = Enter a day in { $year } or later.
problem-photo-too-large = This file is larger than { $most } MB. Make the photo smaller, and add it again.
problem-photo-too-many-points = This photo has { $has } megapixels, and Aftercare can open up to { $most }. Make the photo smaller, and add it again.
problem-photo-unknown = This is not a photo that Aftercare can open. Choose a JPEG, PNG or WebP file.
problem-photo-unreadable = This file cannot be read: { $reason }.
problem-photos-left = Everything else is deleted, but photos may be left in { $folder } ({ $reason }). Remove this folder yourself.
problem-place-unknown = There is no such place in the list. Try the next large city.
problem-quiet-too-long = Quiet hours can be { $most } hours at most, or too few are left for your reminders.
problem-session-before-treatment = The next session must be later than this treatment.
problem-session-not-a-time = Enter the day and the time of the next session, or leave both empty.
problem-session-number = The session number must be between 1 and { $most }, and not more than the number of sessions.
problem-store-damaged = Aftercare cannot read its data file: { $file } is damaged. It was left as it is. Move it away to start anew, or put a backup in its place.
problem-store-failed = Aftercare could not save: { $reason }. Nothing was changed. Try again.
problem-store-newer = A newer version of Aftercare wrote this data ({ $file }). Install the newest version. The file was left as it is.
problem-time-not-a-time = Enter the hour and the minutes.
problem-times-order = Morning care must come before evening care on the same day.
problem-too-early-to-answer = This is not due yet.
problem-traces-left = Everything is deleted, but traces may stay in { $file } until the computer is started again ({ $reason }).
problem-zone-unknown = There is no time zone named { $zone }.

## The rail

rail-label = Screens
rail-today = Today
rail-may = May I…?
rail-may-keys = May I…? (Ctrl+K or /)
rail-diary = Diary
rail-sessions = Sessions
rail-settings = Settings
rail-timeline = Timeline
rail-warnings = Warning signs
rail-warnings-keys = Warning signs (F1 or Alt+W)

## Moments and stretches of time

moment-today = today { $time }
moment-tomorrow = tomorrow { $time }
moment-yesterday = yesterday { $time }
moment-weekday = { $day } { $time }
moment-date = { $date }, { $time }
moment-day-date = { $day } { $date }, { $time }
moment-day = { $day }
day-today = Today
day-tomorrow = Tomorrow
day-yesterday = Yesterday
moment-full-day = { $day }, { $date }
left-days = { $days } d { $hours } h
left-hours = { $hours } h { $minutes } min
left-minutes = { $minutes } min { $seconds } s
left-seconds = { $seconds } s
after-hours = { $hours ->
    [0] less than an hour after
    [one] 1 hour after
   *[other] { $hours } hours after
}
after-days = { $days } days after
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
welcome-consent = It can remind you, but it can fail: the computer may be off, or its notifications may be switched off. Keep the sheet from your clinic. If the two differ, do what your clinic says.
welcome-autostart = Start reminders when I log in
welcome-autostart-hint = Without this, no reminder comes after a restart until you open Aftercare.
welcome-agree = I understand and agree
welcome-warnings = See the warning signs

## Trying out a reminder

try-title = Try a reminder
try-text = Reminders come through your computer's own notifications. Whether you see them, only you can tell.
try-next = Go on
try-skip = Skip this
test-show = Show me a test reminder
test-again = Try again
test-saw = I saw it
test-not-seen = I did not see it
test-untested-title = Not tested yet
test-untested-text = Aftercare shows you a real reminder and asks whether you saw it.
test-waiting-title = It should come now…
test-waiting-text = Look at the edges of your screen. Most computers show notifications in a corner.
test-waiting-starts = The part that reminds you is starting. That takes a few seconds.
test-shown-title = Did you see it?
test-shown-text = Your computer took the test reminder { $moment }. It may still stand in a corner of the screen, or in the list of notifications.
test-seen-title = You saw a test reminder { $moment }.
test-seen-text = Try it again when you change your computer's settings.
test-unseen-title = You did not see the test reminder { $moment }.
test-unseen-text = Your computer took it. Look here, one after the other:
test-refused-title = Your computer did not take it
test-refused-text = So reminders would not be shown either. Look here, one after the other:
test-refused-reason = What the computer said: { $reason }
test-over-title = It did not come
test-over-hung = Your computer's notification service did not answer in time. Look here, one after the other:
test-over-stopped = The part of Aftercare that reminds you is not running. Look here, one after the other:
test-help-corner = All corners of the screen. A notification may hide behind a full-screen window.
test-help-disturb = "Do not disturb", "Focus" or "Quiet hours": switch it off, or let Aftercare through.
test-help-list = The list of notifications, often behind the clock or a bell. If it is there, it came without a sign.
test-help-login = Log out of your computer and in again, then open Aftercare.
test-help-service = If that does not help, this computer may have nothing that shows notifications. Who looks after it can add that.
test-help-settings = Your computer's settings for notifications: let them be shown, for Aftercare too.
test-help-window = Close this window and open it again.

## Reminders: whether they can be relied on

health-title = Reminders
health-text = See whether your reminders reach you, and what may stand in their way.
health-known = What Aftercare knows
health-program = Running
health-running = The part that reminds you is running.
health-running-since = Since { $moment }, also when this window is closed.
health-stopped = The part that reminds you is not running.
health-stopped-since = The part that reminds you is not running. It was there last { $moment }.
health-stopped-todo = This window starts it again by itself within seconds. If this stays, close the window and open it again.
health-waiting = Waiting
health-waiting-since = A reminder has been waiting since { $moment }. Your computer has not taken it.
health-waiting-todo = Check that notifications are on in your computer's settings. Aftercare goes on trying. Until then, look at Today: all of it stands there.
health-last = Last reminder
health-last-at = Shown { $moment }
health-last-none = None yet.
health-last-done = Done { $moment }
health-last-skipped = Skipped { $moment }
health-last-later = Put off { $moment }
health-last-unanswered = Not answered
health-last-unanswerable = There was nothing to answer.
health-server = Notification service
health-server-name = { $name } { $version }
health-server-buttons = It shows buttons: Done and Later are on the reminder itself.
health-server-no-buttons = It shows no buttons: answer your reminders in this window.
health-server-keeps = It keeps reminders until you close them.
health-server-drops = It may take reminders away by itself: what you did not see stands in this window.
health-server-unmet = Not met yet. It is asked with the first reminder.
health-server-none = None was found { $moment }.
health-server-none-todo = Nothing on this computer shows notifications now. Log out and in again. If that does not help, who looks after the computer can add a notification service. Until then, look at Today.
health-login = Start at login
health-login-switch = Start reminders when I log in
health-login-on = Reminders start when you log in.
health-login-off = Reminders start when you open Aftercare.
health-login-off-todo = After a restart of the computer, no reminder comes until you open Aftercare. Switch this on to have them come by themselves.
health-login-switched-off = Your computer's own settings keep reminders from starting when you log in.
health-login-switched-off-todo = After a restart, no reminder comes until you open Aftercare. Switch this on, or allow Aftercare among the startup programs.
health-login-stale = When you log in, another program starts in place of these reminders, perhaps an older Aftercare.
health-login-stale-todo = Switch this on to put it right.
health-login-unit = Your system starts reminders when you log in.
health-login-not-here = Reminders cannot start by themselves on this computer.
health-login-not-here-todo = Open Aftercare once after each restart, or no reminder comes.
health-zone = Time zone in use
health-zone-is = { $city } time
health-ledger-hint = Every reminder, and what became of it
away-title = Times without reminders
away-week = the last week
away-none = None in the last week.
away-text = What was due in such a time comes afterwards, where it is still of use.
away-more = { $count ->
    [one] One more
   *[other] { $count } more
}
away-asleep = { $from } to { $until }: the computer was asleep
away-off = { $from } to { $until }: the computer was off
away-stopped = { $from } to { $until }: Aftercare was not running

## What was reminded

ledger-title = What was reminded
ledger-text = Every reminder, newest first, and what became of it.
ledger-filter = Which reminders to show
ledger-all = All
ledger-not-shown = Not shown
ledger-planned = Still to come
ledger-planned-count = { $count ->
    [one] 1 reminder
   *[other] { $count } reminders
}
ledger-more = Show earlier days
ledger-empty = Nothing here yet. Enter a treatment, and its reminders stand here.
ledger-nothing-yet = Nothing was due yet.
ledger-nothing-left-out = No reminder was left out.
ledger-did = I did it
ledger-did-label = I did it: { $title }
ledger-change = Change
fate-done = Done
fate-done-at = Done at { $time }
fate-done-on = Done { $moment }
fate-skipped = Skipped
fate-later = Put off at { $time }
fate-later-shown = Put off at { $time }, shown again { $again }
fate-shown = Shown { $time }
fate-shown-again = Shown { $times } and again { $again }
fate-replaced = Replaced by a newer reminder
fate-waiting = Waiting to be shown
fate-planned = Still to come
fate-closed = Not shown: its time was over
fate-off = Not shown: the computer was off
fate-away-asleep = Not shown: the computer was asleep from { $from } to { $until }
fate-away-off = Not shown: the computer was off from { $from } to { $until }
fate-away-stopped = Not shown: Aftercare was not running from { $from } to { $until }

## The treatment

form-title = Your treatment
form-title-correct = Correct the treatment
form-text = Your clinic's sheet or your appointment card may help.
form-text-correct = All times are planned anew from what you enter here.
form-ended = When did it end?
field-day = Day
field-time = Time
field-calendar = { $label }: open the calendar
form-zone = Time zone of the treatment
form-zone-is = { $city } time
city-change = Change
city-change-label = Change: { $label }
city-choose = Choose
city-choose-label = Choose: { $label }
city-none = No such place. Try the next large city.
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
not-yet-also = Also until then:
not-yet-after = Not yet, and for longer
not-yet-more = More, and where it is from
not-yet-none = Nothing is "not yet" now.
not-yet-none-text = All that was not allowed for a time has ended. If a new rule begins, it stands here.
# For some areas until then, for others longer.
# Treatments of the same areas are told apart by their day.
areas-on-day = { $areas }, day { $day }
not-yet-longer = longer: { $areas }
do-now-title = Do now
do-now-none = Nothing is due now.
do-now-all-done = All done for now.
do-now-later = Later today: { $list }
todo-done-label = Done: { $title }
# What is to be done, and for which areas, where they differ.
todo-for = { $title } ({ $areas })
todo-done = Done
todo-write = Write it down
todo-write-label = Write it down: { $title }
todo-later = Later
todo-later-label = Later: { $title }
todo-skip = Skip
todo-skip-label = Skip: { $title }
todo-undo = Undo
todo-undo-label = Undo: { $title }
todo-earlier = I did it earlier…
todo-earlier-label = I did it earlier: { $title }
todo-change = Change time
todo-change-label = Change time: { $title }
todo-done-at = done at { $time }
todo-skipped-at = skipped at { $time }
todo-later-at = put off at { $time }
todo-said-undone = { $title }: open again
earlier-title = When did you do it?
earlier-save = Save
released-title = You may again
released-part-title = Over for one area only
released-still = Ended here. Not yet for: { $areas }
released-since = over since { $moment }
released-said-still = { $thing }: this rule has ended for { $areas }. Not yet for: { $longer }.
released-said = { $thing }: this rule has ended.
next-title = Next
next-line = { $title }, { $moment }
usual-title = Usual now
usual-until = until { $moment }
good-to-know-title = Good to know
session-title = Next session
session-between = Between { $earliest } and { $latest }
session-not-booked = Your clinic says which date suits your skin.
session-prepare = What to do before
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
forget-text = { $title }. Its plan, its reminders and what you wrote about it in the diary go away. Do this only if it was entered by mistake.
forget-keep = Keep it
forget-yes = Remove it
today-none-title = Your plan begins with your treatment
today-none-text = Tell Aftercare when your treatment ended and where it was. From then on this page shows what is not allowed yet and until when, and what to do now.
today-empty-title = Nothing left to do
today-empty-text = No treatment has anything more to say today. Enter one when you have had it.
today-enter = Enter a treatment
today-enter-another = Enter another treatment
missed-title = You were away
missed-off = Was due { $moment }. The computer was off.
missed-away-asleep = Was due { $moment }. The computer was asleep from { $from } to { $until }.
missed-away-off = Was due { $moment }. The computer was off from { $from } to { $until }.
missed-away-stopped = Was due { $moment }. Aftercare was not running from { $from } to { $until }.
missed-closed = Was due { $moment }. Its time is over.
banner-agent-title = Reminders do not come now
banner-agent-text = The part of Aftercare that reminds you is not running. This window starts it again by itself within seconds. If this stays, close the window and open it again. Until then, look here: all of it stands on this page.
banner-waiting-title = A reminder could not be shown
banner-waiting-text = Your computer has not taken it since { $moment }. Check that notifications are on in its settings. Until then, look here: all of it stands on this page.

banner-health = See your reminders

## Timeline

timeline-range = { $from } to { $until }
timeline-zoom = How much to show
timeline-zoom-days = 3 days
timeline-zoom-weeks = 2 weeks
timeline-zoom-course = Course
timeline-view = How to show it
timeline-picture = Picture
timeline-table = Table
timeline-print = Print
timeline-choose = Which treatment to show
timeline-said = { $range }. { $count ->
    [one] 1 line
   *[other] { $count } lines
}.
timeline-keys = Arrow keys go from line to line. Enter opens what a line says.
timeline-treated = Treated { $moment }
timeline-as-of = As of { $moment }
timeline-now = now
timeline-until = Until
timeline-from = From
timeline-what = What
timeline-group-not-yet = Not yet
timeline-group-care = To do and put on
timeline-group-before = Before your next session
timeline-group-usual = What is usual
timeline-bar = { $title }, { $times }
timeline-over-since = over since { $moment }
timeline-from-until = from { $from } until { $until }
timeline-until-left = until { $moment }, { $left }
timeline-left-days = { $days ->
    [one] 1 day left
   *[other] { $days } days left
}
timeline-left-hours = { $hours ->
    [one] 1 hour left
   *[other] { $hours } hours left
}
timeline-left-soon = less than an hour left
timeline-over = over
timeline-coming = to come
timeline-left = Left
timeline-caption = The plan as a table: { $areas }, { $range }
timeline-key-rule = Rule
timeline-key-advice = Advice
timeline-key-over = Over
timeline-rule = Rule
timeline-advice = Advice
timeline-reminders = { $count ->
    [one] 1 reminder, { $moment }
   *[other] { $count } reminders, the next { $moment }
}
timeline-reminders-past = { $count ->
    [one] 1 reminder, all past
   *[other] { $count } reminders, all past
}
timeline-times = From { $from } until { $until }
timeline-session = Session { $session }
timeline-session-next = Next session
timeline-session-last = Last session
timeline-session-open = { $earliest } to { $latest }
timeline-session-name = Next session, { $moment }
timeline-session-name-open = Next session, between { $earliest } and { $latest }, not booked
timeline-session-name-last = Last session, { $moment }
timeline-outside = Not in this picture: { $list }.
timeline-outside-ended = { $count ->
    [one] 1 line that has ended
   *[other] { $count } lines that have ended
}
timeline-outside-later = { $count ->
    [one] 1 line that begins later
   *[other] { $count } lines that begin later
}
timeline-empty-title = No treatment yet
timeline-empty-text = Enter your treatment, and all of its plan stands here as one picture: what is not yet, what to do, and until when.
timeline-all-over = All of this plan has ended
timeline-all-over-text = The last line ended { $moment }. Below you see how it was.

## The diary

diary-write = New check
diary-go-on = Go on with your check
diary-empty-text = Enter your treatment first. Then you can write down here how your skin is, and see it beside what is usual.
diary-record = What you wrote
diary-nothing = Nothing yet. A check takes one minute: rate what you like, and leave out the rest.
diary-correct = Edit
diary-correct-label = Edit: { $moment }
diary-delete = Delete
diary-delete-label = Delete: { $moment }
diary-deleted = Deleted: the check of { $moment }.
diary-undo-label = Undo: bring back the check of { $moment }
diary-restored = The check of { $moment } is back.
diary-signs = Warning signs that you ticked
diary-charts = How it went
diary-key = Dots are what you rated, from 0, not at all, to 10, very much. The shaded part is what is usual, the dashed line until when.
diary-scale = Below are the days since your treatment. The first three are drawn wider than the rest.
diary-first-days = first 3 days, wider
diary-later-days = days 4 to { $last }
diary-ratings-of = What you rated: { $question }
diary-usual-until = usual until { $moment }
diary-usual-to = usual up to { $most }
diary-when = When
diary-after = After the treatment
diary-you = You
diary-usual = Usual up to
check-title = How is your skin?
check-title-correct = Edit your check
check-text = Rate what you like, and leave out the rest. It stays on this computer.
check-about = Which treatment is it about?
check-when = When was it?
check-now = Now
check-retime = Another time
check-now-after-all = It is now
check-keep-time = Keep { $moment }
check-ratings = How much?
check-scale = 0 is not at all, 10 is very much. What you do not touch is not rated.
check-keys = Arrow keys and digits rate it; 1 and 0 together are 10. The Delete key takes the rating away.
check-least = Not at all
check-most = Very much
check-not-rated = Not rated
check-value = { $value } of { $most }
check-value-least = { $value }, not at all
check-value-most = { $value }, very much
check-clear = Take the rating away: { $question }
check-signs = Any warning sign?
check-note = Anything else?
check-note-hint = In your own words, for yourself or for your clinic.
check-note-left = { $count ->
    [one] 1 character is left
   *[other] { $count } characters are left
}
check-note-over = { $count ->
    [one] 1 character too many
   *[other] { $count } characters too many
}
check-save = Save

## Photos

photos-title = Photos
photos-files = Photos
photos-add = Add photos
photos-stay = Your photos stay on this computer. The place where they were taken is removed from them.
photos-empty-title = No photos yet
photos-empty-how = Same place, same light.
photos-empty-drop = Choose photos, or drop them on this window.
photos-drop = Drop your photos here
photos-for = Treatment of new photos
photos-by-date = By the date of the photo
photos-no-treatment = No treatment yet
photos-day = Day { $day }
photos-before = Before the treatment
photos-session = Session { $session }
photos-compare = Compare
photos-choose-first = Choose the first photo
photos-choose-second = Choose the second photo
photos-choose-text = Compare two photos of any days and treatments.
photos-same-day = About the same day after treatment
photos-back = All photos
photos-before-this = Earlier
photos-after-this = Later
photos-place = { $number } of { $count }
photos-change = Change date
photos-treatment = Treatment
photos-save = Save
photos-changed = Saved.
photos-delete = Delete photo
photos-deleted = The photo is deleted.
photos-undo = Undo
photos-undone = The photo is back.
photos-view = How to compare
photos-side = Side by side
photos-slider = Slider
photos-slide = How much you see of the first photo
photos-swap = Swap
photos-adding = Adding photo { $number } of { $count }
photos-stop = Stop
photos-stopped = Stopped.
photos-added = { $count ->
    [0] No new photo.
    [one] 1 photo added.
   *[other] { $count } photos added.
}
photos-there = { $count ->
    [one] 1 photo was there already.
   *[other] { $count } photos were there already.
}
photos-refused = { $count ->
    [one] One file could not be added.
   *[other] { $count } files could not be added.
}
photos-close = Close

## Sessions

sessions-empty-title = No sessions yet
sessions-empty-text = Enter your treatment. Then your course stands here: what was, between which dates the next session may be, and what to do before it.
course-label = The course
course-of = The course: { $areas }
course-session = Session { $session }
course-done = done
course-next = next
course-to-come = to come
course-maintenance = Maintenance
course-per-year = { $least ->
    [1] { $most ->
        [1] once a year
        [2] once or twice a year
       *[other] 1 to { $most } times a year
    }
   *[other] { $least } to { $most } times a year
}
course-maintenance-text = The course is over. What may follow is a single session { $often }.
course-ended = The course is over. Your plan names no session after it.
course-middle = In the middle: { $day }
course-over = These dates have passed. Ask your clinic for one.
course-in-days = { $days ->
    [0] today
    [one] tomorrow
   *[other] in { $days } days
}
course-there = { $moment } in { $city }
course-early = This is earlier than your plan says: its dates begin on { $day }. Ask your clinic.
course-late = This is later than your plan says: its dates end on { $day }. Ask your clinic.
course-begun = This moment has passed. Did the session take place? Then enter your treatment.
course-touches = It touches days that you keep free: { $names }.
course-open = These dates keep all your days free: { $dates }.
course-open-none = Each of these dates touches a day that you keep free.
book-go = Enter the date
book-move = Move
book-move-label = Move the session
book-cancel = Cancel
book-cancel-label = Cancel the session
book-when = When is the session?
book-save = Save the date
book-said = The session is on { $moment }.
book-touches-none = It touches none of the days that you keep free.
book-counted = Counted as if the session ended when it begins. After it, your plan counts from when it really ended.
cancel-ask = Cancel this session? Its preparation and its reminders go with it. Tell your clinic, too.
cancel-yes = Cancel the session
cancel-keep = Keep it
cancel-done = The session is cancelled.
prepare-title = Before the session
prepare-none = Once you have entered the date, what to do before the session stands here, with reminders.
prepare-over = over
prepare-now = now
prepare-reminds = Reminds you { $moments }.
ready-title = Before you come: look at your skin
ready-text = Tick what is so today. If anything is, call your clinic before you come. This list decides nothing and is not kept.
ready-call = Call your clinic before you come
ready-signs = Say what you ticked. Your clinic decides what happens then.
free-title = Days to keep free
free-text = A wedding, a week by the sea: write it down, and see which rule a session near it would break.
free-add = Add days
free-name = What is it?
free-name-example = For example: Anna's wedding
free-from = First day
free-until = Last day, if there are more
free-doing = What will you do then?
free-doing-hint = The rules for that are looked up. Words in the name count, too.
free-doing-sun = Be in the sun
free-doing-make-up = Wear make-up
free-doing-sport = Do sport
free-doing-swimming = Swim
free-doing-alcohol = Drink alcohol
free-save = Keep free
free-change-label = Change: { $name }
free-delete = Delete
free-delete-label = Delete: { $name }
free-deleted = Deleted: { $name }
free-none = No rule of your plan reaches it.
clash-session = Your session is then
clash-before = not from { $moment } until the session
clash-after = not before { $moment }
clash-usual = Usual then
clash-usual-until = until { $moment }
# What a patient would ask for with "May I…?" on such a day.
free-asks-sun = sun
free-asks-make-up = make-up
free-asks-sport = sport
free-asks-swimming = swim
free-asks-alcohol = alcohol

## What is still needed

supplies-go = What you need
supplies-title = What you still need
supplies-text = Everything your plan asks you to do or put on, from now to its end. Print it for your shopping, or to tick off.
supplies-print = Print
supplies-counted = How often
supplies-times = { $count ->
    [one] 1 time
   *[other] { $count } times
}, until { $until }
supplies-times-from = { $count ->
    [one] 1 time
   *[other] { $count } times
}, from { $from } until { $until }
supplies-needed = When needed
supplies-needed-until = until { $until }
supplies-needed-from = from { $from } until { $until }
supplies-for = { $areas }: { $times }
supplies-boxes = One box for each time.
supplies-none = Nothing more is needed
supplies-none-text = When a treatment's plan asks you to do or to put something on, it stands here as a list, until the plan's end.

## Learn: about microneedling as such, whatever protocol is in use. Each card's sources stand in `learn.ts`.

learn-title = About the treatment
learn-lead = What microneedling is, and what happens at a visit. If your clinic says something else, do what your clinic says.
learn-what = What it does
learn-what-text = Microneedling is a small treatment, not an operation. Fine needles make many tiny holes into the upper layers of the skin. The skin mends them, and makes new collagen as it does. Collagen is what keeps skin firm. In a scar, the needles also break up old strands.
learn-uses = What people have it for
learn-uses-text = Acne scars and other scars, fine lines and wrinkles, large pores, stretch marks, sun spots, or loose skin. Some come when creams or peels did not help, or before they think of surgery. Scars can be hard to live with, and nobody has to explain why they want help. Your clinic can say what it may do for you.
learn-devices = Roller and pen
learn-devices-text = A roller is a handle with a small drum full of needles. It is rolled over the skin in four directions. A pen has a motor that moves its needles, and their length can be set. Needles are used once, for one person. Longer ones reach deeper, and the skin then takes longer to calm down. Your clinic chooses what suits your skin.
learn-sessions = Why several sessions
learn-sessions-text = Collagen builds up from session to session, and needs weeks in between. How many you need depends on your skin. Four to six are common for scars. You and your clinic decide. After that, some people come back once or twice a year.
learn-change = When a change may be seen
learn-change-text = Change is slow. You may see a first change after a few weeks, and the full result after three to six months. It differs from person to person, and it may be less than you hoped for.
learn-who = Who does it
learn-who-text = A skin doctor (dermatologist) or a trained skin therapist (aesthetician). First they look whether the treatment suits your skin. Later they can help if something does not go as planned. So please do not needle at home between your visits.
learn-before = Before a visit
learn-before-text = Ask your clinic how to prepare. Some medicines and creams may have to wait, because that makes side effects less likely. Never stop a medicine that a doctor ordered unless that doctor says so.
learn-prp = What PRP is
learn-prp-text = PRP is plasma from your own blood. Some clinics put it on the skin during the treatment. Aftercare does not say whether it adds anything: ask your clinic. If it was used, some of your rules may be different, so say so when you enter the treatment.
learn-names = Other names
learn-names-text = Skin needling, dermarolling, collagen induction therapy (CIT) and percutaneous collagen induction all mean microneedling. Percutaneous means "through the skin".
learn-visit = The visit, hour by hour
learn-visit-text = Plan two to three hours in all.
learn-visit-told = First
learn-visit-told-text = You hear what will be done, and are asked whether you agree. Now is the time for questions. Say so if you are allergic to metal, numbing cream or iodine.
learn-visit-numbing = About an hour
learn-visit-numbing-text = A thick layer of numbing cream goes on and starts to work. Then it is wiped off, and the skin is cleaned. Everything that touches your skin has to be sterile, which means free of germs.
learn-visit-needling = Up to 30 minutes
learn-visit-needling-text = The needling. How long it takes depends on the area and on the depth. It may sting or feel sore, for minutes to hours.
learn-visit-care = After that
learn-visit-care-text = Your skin may be cooled and washed, and a serum or a calming cream put on. The pricks are so small that you can hardly see them. Then you go home, in the shade.

## Going outside

outdoors-label = Going outside
outdoors-go = I'm going outside
outdoors-back = I am back
outdoors-stay = I stay in
outdoors-must = I must go out
outdoors-till-sunset = Reminds you of sunscreen until sunset, { $time }.
outdoors-till = Reminds you of sunscreen until { $time }.
outdoors-since = You have been outside since { $time }.
outdoors-next = Sunscreen again at { $time }
outdoors-next-day = Sunscreen again { $moment }
outdoors-ends-sunset = It ends by itself at sunset, { $time } ({ $city }).
outdoors-ends = It ends by itself after { $hours ->
    [one] 1 hour
   *[other] { $hours } hours
}, at { $time }.
outdoors-ends-day = It ends by itself after { $hours ->
    [one] 1 hour
   *[other] { $hours } hours
}, { $moment }.
outdoors-said-back = You are back. The reminders of sunscreen have ended.
outdoors-place = Place of the sunset
outdoors-place-is = Sunset at: { $city }
outdoors-place-none = No place for the sunset is known.

## May I…?

may-text = Ask about a medicine, a product or a thing to do. Or paste a list of ingredients.
may-field = What do you want to ask about?
may-field-example = ibuprofen, gym, retinol …
may-field-list = The list you ask about
may-ask-button = Ask
may-clear = Clear
may-names = Names that begin like this
may-as-typed = Ask about “{ $typed }”
may-others-title = Others ask
# Each is asked as it stands here; a semicolon is between two.
may-others = paracetamol; gym; make-up; retinol; sauna; vitamin C serum; pool
may-recent-title = You asked
may-none-title = First, your treatment
may-yes = Yes
may-not-before = Not before { $moment }
may-not-now = Not for now
may-not-from = Not from { $from } on
may-ask = Ask your clinic
may-ask-first = Ask your clinic first
may-unknown = We do not know this one: ask your clinic
may-left = { $left } to go
may-said = { $asked }: { $headline }
may-is = { $asked } is { $name }.
may-plan = On your plan: { $title }
may-then = Then not from { $from } until { $until }.
may-then-from = Then not from { $from } on.
may-session = Your next session is { $moment }. After it, this begins anew.
may-did-you-mean = Did you mean { $names }?
may-did-you-mean-these = Did you mean:
may-list-title = Your list
may-list-not-before = { $count } of { $all } to leave for now.
may-list-ask = { $count } of { $all } to ask your clinic about.
may-list-unknown = { $count } of { $all } not known: ask your clinic.
may-list-yes = Nothing on your plan against these { $all }.
may-group-ask = Ask your clinic about these
may-group-not-before = Leave these for now
may-group-unknown = We do not know these: ask your clinic
may-group-yes = Nothing on your plan against these
may-over = Nothing on your plan against it now.
may-draft-text = Not knowing is no yes: what Aftercare does not know always means “ask your clinic”. It names no doses.

## Warning signs

warnings-back = Back
warnings-title = Warning signs
warnings-text = Tick what you see or feel, and read what to do.
warnings-hint = Tick a sign, and what to do stands here. If you are in doubt, call your clinic.

warnings-clear = Clear
warnings-clear-label = Clear my ticks

## Settings

settings-reminders = Reminders
settings-reach = Do they reach you?
settings-running-since = Running since { $moment }
settings-waiting = A reminder has been waiting since { $moment }
settings-last = Last reminder: { $moment }
settings-last-none = No reminder yet
settings-untested = Not tested yet
settings-test-waits = A test reminder is on its way
settings-test-unsaid = Did you see the test reminder { $moment }?
settings-test-refused = The test reminder did not come { $moment }
settings-morning = Morning care
settings-evening = Evening care
settings-quiet = Quiet hours
settings-quiet-text = In these hours no reminder comes. It waits for their end, and comes then if it is still of use.
settings-quiet-note = No reminder comes then. It waits for the end.
settings-quiet-none = None
settings-care-text = From now on. What came today already does not come again.
settings-hours = { $from } to { $until }
settings-as-plan = As your plan says
settings-other-time = Another time
settings-other-hours = Other hours
settings-no-quiet = No quiet hours
settings-from = From
settings-until = Until
settings-by-plan = As your plan says
settings-by-you = Your own choice
settings-waits = In your quiet hours: it waits until { $until }.
settings-morning-waits = { $time } is inside your quiet hours, and no reminder comes then. Morning care would move to { $until }.
settings-evening-waits = { $time } is inside your quiet hours, and no reminder comes then. Evening care would move to { $until }, if it is still of use.
settings-quiet-empty = Both times are the same. That means no quiet hours.
settings-said = { $name }: { $value }. Saved.
settings-details = On the screen
settings-details-switch = Reminders say what to do
settings-details-on = Reminders say what to do
settings-details-on-note = For example: Wash with bottled water. Others may read it, too.
settings-details-off = Reminders say nothing others may read
settings-details-off-note = Only "Skin care reminder". This window has the rest.
settings-look = How it looks
settings-theme = Light or dark
settings-theme-system = As the computer
settings-theme-light = Light
settings-theme-dark = Dark
settings-text-size = Text size
settings-percent = { $size } %
settings-data = Your data
settings-folder = Where it is
settings-folder-text = Everything you enter stays here, on this computer. Nothing is sent anywhere.
settings-copy-folder = Copy the data folder's path
settings-delete-text = Treatments, diary, photos, answers and settings. Aftercare is then as on the first day.
settings-about = About
settings-purpose = What it is for
settings-version = Version
settings-version-is = Aftercare { $version }
settings-rules = Rules: { $id } { $version }
settings-licence = Licence
settings-licence-text = Free software: MIT or Apache 2.0, as you choose.
delete-title = Delete everything
delete-ask = Delete everything?
delete-text = Your treatments, your diary, your photos, everything you ticked, what was reminded and all settings are deleted from this computer.
delete-reminders = No reminder comes any more, and Aftercare no longer starts when you log in. Your clinic's own records are not touched.
delete-forever = This cannot be undone.
delete-yes = Delete everything
delete-keep = Keep everything
delete-done = Everything is deleted.

## Taking it along

export-title = Take it along
export-text = Make a file of what is here, for your phone, your doctor or yourself. Nothing leaves this computer by itself: you say where each file goes.
export-none = No treatment is entered yet.
export-go = Choose what to take
export-go-text = A calendar for your phone, a page for your doctor, or everything you entered.
export-calendar = Calendar
export-calendar-for = For your phone
export-calendar-holds = What is not allowed yet, your reminders with an alarm, and your next session, until { $moment }.
export-calendar-holds-neutral = Your reminders with an alarm, and your next session, until { $moment }. Each is called "Skin care reminder" and says no more.
export-calendar-none = Nothing lies ahead, so there is nothing to put into a calendar.
export-calendar-cloud = Many calendars copy themselves to a cloud and to other devices. Then others may see what you import. Aftercare cannot take it back.
export-calendar-again = When your plan changes, save it again and import it into the same calendar. Nothing in it doubles.
export-says = What may it say?
export-details = What to do
export-neutral = Nothing others may read
export-code = As a picture for your phone
export-code-name = QR picture: your reminders as a calendar
export-code-holds = { $count ->
    [one] 1 reminder, { $moment }.
   *[other] { $count } reminders and dates until { $moment }.
}
export-code-not-daily = Your daily care does not fit in. It is only in the file.
export-code-how = Hold your phone so that the whole picture is on its screen. Some phones take only the first event of such a picture: look at what yours takes, and save the file if something is missing.
export-code-large = There is too much ahead for one picture: { $count } reminders and dates. Save the file and send it to your phone.
export-code-hide = Hide the picture
export-doctor = Page for your doctor
export-doctor-for = To print or show
export-doctor-holds = Your treatments, your ratings as pictures and tables, the signs you ticked, and what you did of your care.
export-doctor-counts = { $treatments ->
    [one] 1 treatment
   *[other] { $treatments } treatments
}, { $checks ->
    [one] 1 check
   *[other] { $checks } checks
} in the diary
export-doctor-notes = { $count ->
    [one] With the note I wrote
   *[other] With the { $count } notes I wrote
}
export-photos = With photos that I choose
export-photos-chosen = { $count ->
    [0] No photo chosen yet; up to { $most } fit.
    [one] 1 photo chosen; up to { $most } fit.
   *[other] { $count } photos chosen; up to { $most } fit.
}
export-doctor-how = Open the saved page, and print it with Ctrl+P. It fits A4 and Letter.
export-tables = Tables
export-tables-for = For a spreadsheet
export-diary = The diary
export-diary-holds = { $count ->
    [one] 1 check, with its note.
   *[other] { $count } checks, with their notes.
}
export-reminders = The reminders
export-reminders-holds = { $count ->
    [one] 1 reminder, and what became of it.
   *[other] { $count } reminders, and what became of each.
}
export-tables-how = A text that begins like a formula gets an apostrophe ( ' ) before it, so that no program computes it.
export-everything = Everything
export-everything-for = To keep
export-everything-holds = Everything you entered, ticked, wrote and chose, what was reminded, and your clinic's number, as one JSON file. Keep it where nobody else reads it.
export-save = Save…
export-save-label = Save: { $what }
export-saving = { $percent } %
export-saved = Saved: { $file }
export-kept = Not saved. You chose no place for it.
# What stands in the calendar for a rule that has not ended.
export-not-yet = Not yet: { $thing }

## The page for the doctor

page-title = Skin care record after microneedling
page-name = Name:
page-as-of = As of { $moment } ({ $zone })
page-photos = Photos
page-photo = { $moment }, day { $day }
page-own = Kept by the patient with Aftercare. The ratings and ticks are the patient's own, and nothing here judges them.
page-course = Treatments
page-date = Ended
page-session = Session
page-session-is = { $session } of { $sessions }
page-device = Device
page-areas = Areas
page-also = Also
page-antibiotic = antibiotic cream
page-dark-marks = dark marks come easily
page-next = Next session
page-treatment = { $moment }: { $areas }
page-ratings = Ratings
page-ratings-none = Nothing was rated.
page-key = Line: what the patient rated, from 0 to 10. Shaded: up to what is usual at that time, by the instructions in use.
page-days = Days after the treatment
page-when = When
page-hours = Hours after
page-signs = Warning signs ticked
page-signs-none = None.
page-sign = { $moment }: { $sign }
page-notes = The patient's notes
page-done = What was done
page-done-none = Nothing was due yet.
page-what = Reminder of
page-due = Due
page-was-done = Done
page-was-skipped = Skipped
page-unanswered = No answer
page-not-shown = Not shown
page-made = Made with Aftercare { $version }

## The call card

call-title = Your call card
call-go = What to say on the phone
call-clinic = Your clinic
call-hours = Open
call-out-of-hours = When it is closed
call-missing-title = Write your clinic's number here now
call-missing-text = Then it is here when you need it. It is on the sheet or the card from your clinic.
call-missing-go = Write your clinic's number down
call-unreadable = What you wrote down of your clinic cannot be read now. Its number is on the sheet or the card from your clinic.
call-on-the-sheet = The number is on the sheet or the card from your clinic.
call-change = Change
call-change-label = Change: your clinic
call-emergency = Emergency number
call-emergency-said = Emergency number: { $number }
call-country = Country of the emergency number
call-country-other = Another country
call-country-from-system = From the settings of this computer
call-country-choose = Choose your country, and its number stands here.
call-country-not-kept = This choice cannot be kept now. It is forgotten when you leave this page.
call-copy-clinic = Copy the number of your clinic
call-copy-emergency = Copy the emergency number
call-copy-script = Copy
call-copy-script-label = Copy: what to say on the phone
call-copied = Copied
call-not-copied = This could not be copied. Select the text and press Ctrl+C.
call-print = Print
call-print-label = Print: your call card
contact-name = Clinic or doctor
contact-phone = Phone
contact-hours = When is it open?
contact-hours-hint = As on the clinic's door or card.
contact-out-of-hours = When it is closed
contact-out-of-hours-hint = What your clinic says: another number, or where to go.
contact-save = Save

## What to say on the phone

say-title = What to say on the phone
say-hint = Read this aloud. It follows the signs you tick.
say-blank = to fill in
say-as-of = As of { $day }, { $time }
say-hello = Hello, my name is { $blank }.
say-treatment = I had a microneedling treatment. It ended on { $day } at { $time }, { $ago }.
say-hours = { $hours ->
    [0] less than an hour ago
    [one] 1 hour ago
   *[other] { $hours } hours ago
}
say-days = { $days } days ago
say-areas = { $count ->
    [one] Area: { $areas }.
   *[other] Areas: { $areas }.
}
say-device = Device: { $device }.
say-session = Session { $session } of { $sessions }.
say-prp = PRP was used, plasma from my own blood.
say-antibiotic = My clinic ordered an antibiotic cream.
say-treatment-blank = I had a microneedling treatment. It ended on { $blank } at { $blank }.
say-areas-blank = Area: { $blank }.
say-device-blank = Device and needle length: { $blank }.
say-signs = What I see or feel:
say-signs-blank = What I see or feel: { $blank }
say-ask = What should I do?

## When something does not work

trouble-title = Aftercare could not start
trouble-text = The warning signs still work. Press "Warning signs" or F1.
trouble-retry = Try again
error-unexpected = Something went wrong ({ $reason }). Nothing was changed. Try again.
