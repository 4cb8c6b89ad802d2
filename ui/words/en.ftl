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
problem-login-left = Everything is deleted, but Aftercare still starts when you log in: { $folder } ({ $reason }). Remove it among the startup programs of your computer.
problem-not-a-question = Aftercare did not understand its own window: { $reason }. Close it and open it again.
problem-not-agreed = Please read what Aftercare is and is not, and agree first.
problem-not-found = This is not there any more. It may have been changed in another window.
problem-phone-not-a-number = Write the number with its digits first, for example 030 555 0142 or +49 30 555 0142. An extension comes after it.
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
settings-delete-text = Treatments, answers and settings. Aftercare is then as on the first day.
settings-about = About
settings-purpose = What it is for
settings-version = Version
settings-version-is = Aftercare { $version }
settings-rules = Rules: { $id } { $version }
settings-licence = Licence
settings-licence-text = Free software: MIT or Apache 2.0, as you choose.
delete-title = Delete everything
delete-ask = Delete everything?
delete-text = Your treatments, everything you ticked, what was reminded and all settings are deleted from this computer.
delete-reminders = No reminder comes any more, and Aftercare no longer starts when you log in. Your clinic's own records are not touched.
delete-forever = This cannot be undone.
delete-yes = Delete everything
delete-keep = Keep everything
delete-done = Everything is deleted.

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
