# Ways, cost sheets, charts.
route-asked = { $cargo }, { $amount }: { $from } ({ $from_country }) – { $to } ({ $to_country }), { $day }
route-scenarios = сценарийлер: { $list }
route-conditions = шарттар: { $list }
route-no-way = Маршрут жоқ. { $reason }
route-taken-out = Ереже бойынша немесе баға болмағандықтан іздеуге дейін { $count } жол алынып тасталды; тізімі: --why
would-be-lifted = мына жағдайда ашылар еді: { $by }
route-try = Қараңыз: { $hint }
route-instead = Оның орнына не мүмкін:
route-kept = уәделі мерзімге жету ықтималдығы ({ $promise }): { $chance }
route-takes = шығуы { $departs }, келуі { $arrives }; сапарлардың жартысы { $half } ішінде, оннан тоғызы { $nine } ішінде аяқталады
route-sheet = { $way } маршрут: { $sheet }
route-parts = жолда { $moving }, жүк өңдеу { $handling }, шекарада { $border }, күту { $waiting }
route-papers = құжаттар: { $list }
route-may-leave = жүкті { $day } күнінен бастап жөнелтуге болады
route-gap = есепке кірмеген: { $gap }
co2e-gap = CO2-экв. бойынша олқылық: { $gap }
permit = рұқсат: { $name }, беретін орган: { $authority }, сұралған күні { $asked }, { $days } күн (90 %: { $most }), дайын болатын күні { $there }
permit-quota = квота жылына { $amount } { $unit }
permit-share = оның { $share } бөлігін осы партия алады

## Heads of tables.
head-way = маршрут
head-usd = АҚШ долл.
head-low-to-high = төменгі – жоғарғы
head-time = уақыт
head-p90 = 90 %
head-nine-of-ten = оннан тоғызы
head-co2e = кг CO2-экв.
head-km = км
head-risk = тәуекел
head-leaves = шығуы
head-by = қалай
head-leg = кезең
head-from = қайдан
head-to = қайда
head-place = орны
head-basis = негізі
head-charges = алымдар мен дереккөздер
head-element = буын
head-distance = қашықтық негізі
head-activity = көлік жұмысы
head-intensity = г бірлікке
head-data = деректер
head-change = өзгеріс
head-taken-out = алынып тасталған
head-rule = ереже
head-whose = кімдікі
head-reason = себебі
head-lifted-by = немен ашылады
head-arcs = доғалар

## The goods' own terms.
term-light = жарық сигналы: { $path }
term-netback = нетбэк { $amount } { $unit }{ $ends }: нарықтағы бағасы { $price }, { $cargo } ({ $method }, { $year }), жолдағы шығын { $cost } шегерілген
term-no-owner = иесі көрсетілмеген
term-flag = { $country } { $ships } кеме, тоннаждың { $share }
term-largest-ship = ең үлкен кемемен { $voyages }
term-tankers = танкерлер { $service }{ $voyages }{ $least }; { $flags }
term-pipe = { $name }: айдаудан тапсыруға дейін { $days } күн
term-stream = шығатын өнімі: { $cargo }
term-line-fill = құбыр толтырылымы { $fill } т, есептелген ағын жылына { $flow } т
term-quota = квота { $amount } т ({ $period }), оның { $share } бөлігін осы партия алады
term-blend = ағынның { $share }
term-sulphur = сонда күкірт { $share }
term-least-lot = ең аз партия { $tonnes } т
term-up = уақыттың { $share } бойы жұмыс істейді
term-path = { $km } км, бір бағытта { $one } мс, барып-қайту { $both } мс{ $up }, өтетін елдері: { $countries }
term-seat = орын: { $fare } АҚШ долл., оның { $subsidy } субсидиямен жабылады; жолаушы { $price } төлейді
term-departures = аптасына { $departures } рейс
apart-nodes = ортақ түйіні де, бөлігі де жоқ
apart-spans = түйіндері ортақ, бөліктері бөлек
apart-shared = бөліктері ортақ: ортақ бөліксіз жұп жоқ
term-pair = қорғалған жұп, { $apart }
term-working = негізгі: { $path }; { $spans }
term-protection = резервтік: { $path }; { $spans }
term-pair-up = екеуінің бірі уақыттың { $share } бойы жұмыс істейді, ақаулар тәуелсіз
term-shared = ортақ: { $list }
term-both-pass = екеуі де өтеді: { $list }
term-unsubsidised = субсидиясыз { $usd }
term-return = барып, { $day } қайту, { $label }: { $usd } АҚШ долл.{ $ends }{ $aided }, { $hours }, { $kg } кг CO2-экв.
term-no-way-back = { $day } күні қайтатын маршрут жоқ

## CO2e element by element.
chain-hub = торап { $place }
chain-empties = бос жүріс { $how }
chain-total = { $kg } кг CO2-экв., көлік жұмысы { $activity } { $unit }
chain-intensity = { $grams } г/({ $unit })
co2e-by-element = CO2-экв., буын бойынша

## Pages and charts.
page-title = { $from } – { $to }: { $cargo }
page-lead = { $cargo }, { $amount }, жөнелту күні { $day }
repeat-it = Қайталау
map-of-ways = маршруттар картасы
cost-against-time = құн мен уақыт
time-and-distance = Уақыт пен қашықтық
time-over-distance = қашықтық бойынша уақыт
slope-hint = Көлбеу сызық – қозғалыс; жуан баспалдақ – жүк өңдеу, шекара немесе күту.
chart-signs = / қозғалыс   | жүк өңдеу, шекара немесе күту
km-from-origin = жөнелту орнынан км
dot-area = АҚШ долл.; нүкте ауданы – CO2-экв.
dot-tip = { $way }: { $usd } АҚШ долл., { $time }, { $kg } кг CO2-экв.

## The sheet on a page.
sheet-parts = Жолда { $moving }, жүк өңдеу { $handling }, шекарада { $border }, күту { $waiting }; оннан тоғызы { $nine } ішінде.
sheet-papers = Құжаттар: { $list }.
sheet-may-leave = Жүкті { $day } күнінен бастап жөнелтуге болады.
sheet-gap = Есепке кірмеген: { $gap }
charge-line = { $rate } { $currency } { $year } / { $per } × { $quantity } = { $usd } АҚШ долл.
charge-rate = 1 { $currency } = { $rate } АҚШ долл.
charge-rate-of = 1 { $currency } = { $rate } АҚШ долл., { $day }
charge-free-days = { $days } күн тегін
charge-includes = баға құрамында
charge-excludes = бағаға кірмейді
leg-through = { $rate } өтпелі мөлшерлемесінің ішінде
leg-emission = CO2-экв.: { $name } { $factor } { $unit }
leg-draught = { $place } тереңдігі: { $depth } м, { $vehicle } үшін керегі { $wanted } м; жүк көтергіштігі { $payload } т-дан { $left } т қалады
