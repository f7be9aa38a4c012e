# Numbers, spans, units and words of lists.
percent = { $value } %
span-ms = { $n } мс
span-min = { $n } мин
span-h = { $n } сағ
span-d = { $n } тәул
km = { $n } км
low-to-high = { $low } – { $high }
voyages = { $count } рейс
between = { $from } – { $to }
at = { $place }: { $what }
either = { $one } не { $other }
all = барлығы
note = ескерту: { $text }

## Modes of transport.
mode-rail = теміржол
mode-road = автокөлік
mode-sea = теңіз
mode-pipeline = құбыр
mode-air = әуе
mode-fibre = талшық

## How a figure came about.
method-read = дереккөзден
method-computed = есептелген
method-proxy = ұқсастықпен
method-assumed = болжам
method-none = дереккөзсіз

## Units, and for what a price is asked.
unit-t = т
unit-kt = мың т
unit-TEU = ЖФЭ
unit-teu = ЖФЭ
unit-FEU = 40 футтық бірлік
unit-container = контейнер
unit-wagon = вагон
unit-truck = жүк көлігі
unit-train = пойыз
unit-pair = жұп пойыз
unit-ship = кеме
unit-departure = жөнелтім
unit-seat = орын
unit-trip = сапар
unit-Tbit-s = Тбит/с
unit-km = км
unit-lane-m = жолақ метрі
unit-h = сағ
unit-berth-h = айлақ-сағат
unit-crane-h = кран-сағат
unit-ramp-h = рампа-сағат
unit-slot = слот
unit-berth = айлақ
unit-lot = партия
unit-m3 = м³
unit-bbl = баррель
unit-permit = рұқсат
unit-USD = АҚШ доллары
unit-locomotive = локомотив
unit-share = үлес
unit-t-km = т·км
unit-container-km = контейнер·км
unit-teu-km = ЖФЭ·км
unit-wagon-km = вагон·км
unit-wagon-m = вагон метрі
unit-truck-m = жүк көлігі метрі
unit-truck-km = жүк көлігі·км
unit-train-km = пойыз·км
unit-consignment = жөнелтілім
unit-day = тәулік
unit-teu-day = ЖФЭ·тәулік
unit-wagon-day = вагон·тәулік
unit-t-day = т·тәулік
unit-operation = операция
unit-crossing = шекарадан өту
unit-seat-km = орын·км
unit-rotation = айналым
unit-g-t-km = г/(т·км)
unit-g-TEU-km = г/(ЖФЭ·км)
unit-kg-TEU = кг/ЖФЭ
unit-kg-container = кг/контейнер
unit-kg-t = кг/т
unit-kg-wagon = кг/вагон
unit-g-seat-km = г/(орын·км)

## Work at a terminal.
work-load = тиеу
work-unload = түсіру
work-transfer = ауыстырып тиеу
work-roll-on = паромға кіргізу
work-roll-off = паромнан шығару
work-gauge-change = табан енін ауыстыру
work-border = шекара және кеден
work-marshalling = сұрыптау
work-papers = құжаттарды рәсімдеу

## How the goods stand.
loading-ground = қойма
loading-rail = вагон
loading-road = жүк көлігі
loading-ship = кеме
loading-wagon-on-ship = паромдағы вагон
loading-truck-on-ship = паромдағы жүк көлігі
loading-pipe = құбыр
loading-air = ұшақ
loading-fibre = талшық

## Facilities.
facility-station = станция
facility-rail-terminal = теміржол терминалы
facility-container-terminal = контейнер терминалы
facility-berth = айлақ
facility-ferry-berth = паром айлағы
facility-oil-berth = мұнай айлағы
facility-grain-berth = астық айлағы
facility-ramp = рампа
facility-crane = кран
facility-yard = алаң
facility-gauge-change = табан енін ауыстыру пункті
facility-tank-farm = резервуарлар паркі
facility-border-post = шекара өткізу пункті
facility-landing-station = кабельдің жағалау станциясы
facility-elevator = элеватор
facility-airport = әуежай
facility-truck-terminal = автокөлік терминалы
facility-pump-station = сорғы станциясы
facility-pipeline-terminal = құбыр терминалы
facility-works = зауыт

## What runs.
vehicle-train = пойыз
vehicle-wagon = вагондар
vehicle-locomotive = локомотив
vehicle-rail-ferry = теміржол паромы
vehicle-ropax = жүк-жолаушы паромы
vehicle-feeder = фидер
vehicle-tanker = танкер
vehicle-dry-ship = құрғақ жүк кемесі
vehicle-container-ship = контейнер кемесі
vehicle-truck = жүк көлігі
vehicle-aircraft = рейс
vehicle-rail = теміржол
vehicle-road = автожол
vehicle-sea = теңіз
vehicle-pipeline = құбыр
vehicle-air = әуе
vehicle-fibre = талшықты желі

## What is scarce.
limit-train-path = кестедегі пойыз орындары
limit-border-slot = шекарадағы пойыз орны
limit-berth = айлақтар
limit-ramp = рампалар
limit-crane = кран-сағат
limit-storage = сақтау орны
limit-yard = алаң
limit-slot = өту кезегі
limit-place = орындар
limit-fleet = парк
limit-tank = резервуарлар
limit-throughput = өткізу қабілеті
limit-quota = квота
limit-permit = рұқсаттар
limit-locomotive = локомотив-сағат
limit-bandwidth = арна ені

## What is charged.
item-freight = тасымал ақысы
item-handling = тиеу-түсіру
item-voucher = ваучер
item-wagon-return = вагонды қайтару
item-border = шекара алымы
item-storage = сақтау
item-hire = жалға алу
item-export-duty = экспорттық баж
item-grain-subsidy = астық субсидиясы
item-dues = алымдар
item-port-fee = порт алымы
item-gauge-change = табан енін ауыстыру
item-guard = күзет
item-papers = құжаттарды рәсімдеу
item-marshalling = сұрыптау
item-guarantee = кепілдік

## What an emission factor is of.
factor-rail = теміржол
factor-road = автокөлік
factor-sea = теңіз көлігі
factor-pipeline = құбыр
factor-air = әуе көлігі
factor-fibre = талшық
factor-move = қозғалыс
factor-handle = жүк өңдеу
factor-store = сақтау

## Other words of lists.
list-electric-ac = айнымалы ток
list-electric-dc = тұрақты ток
list-diesel = дизель
list-tariff = тариф
list-published = жарияланған
list-shortest-feasible = қысқа өтімді жол
list-great-circle = ортодрома
list-great-circle-scaled = ортодрома, коэффициентпен
list-estimate = бағалау
list-not-stated = көрсетілмеген
list-primary = бастапқы деректер
list-modelled = модельденген
list-default = әдепкі мән
list-included = қоса есептелген
list-part = ішінара
list-excluded = есептелмеген
list-official = ресми
list-press = баспасөз
list-t-km = т·км
list-passenger-km = жолаушы·км
list-USD = АҚШ долл.
list-USD-t = АҚШ долл./т
list-ms = мс
list-d = тәул
list-1-week = аптасына
list-year = жыл
list-month = ай
list-week = апта
list-day = тәулік
list-hour = сағат
list-cost = құн
list-hours = уақыт
list-CO2e = CO2-экв.
list-blend = қоспа
list-capacity = өткізу қабілеті
list-closure = ауа райынан жабылу
list-demand = сұраныс
list-distance = қашықтық
list-draught = шөгу
list-emission = шығарындылар
list-fleet = парк
list-observation = бақылау
list-price = баға
list-rate = қарқын
list-schedule = кесте
list-speed = жылдамдық

## So many of a unit; a unit without a message of its own stands behind its number as it is.
amount-container = { $count } контейнер
amount-wagon = { $count } вагон
amount-truck = { $count } жүк көлігі
amount-seat = { $count } орын
