# Numbers, spans, units and words of lists.
percent = { $value } %
span-ms = { $n } мс
span-min = { $n } мин
span-h = { $n } ч
span-d = { $n } сут
km = { $n } км
low-to-high = { $low } – { $high }
voyages = { $count ->
        [one] { $count } рейс
        [few] { $count } рейса
        [many] { $count } рейсов
       *[other] { $count } рейса
    }
between = { $from } — { $to }
at = { $place }: { $what }
either = { $one } или { $other }
all = всего
note = примечание: { $text }

## Modes of transport.
mode-rail = ж. д.
mode-road = авто
mode-sea = море
mode-pipeline = трубопровод
mode-air = воздух
mode-fibre = волокно

## How a figure came about.
method-read = из источника
method-computed = рассчитано
method-proxy = по аналогии
method-assumed = допущение
method-none = без источника

## Units, and for what a price is asked.
unit-t = т
unit-kt = тыс. т
unit-TEU = ДФЭ
unit-teu = ДФЭ
unit-FEU = 40-футовый эквивалент
unit-container = контейнер
unit-wagon = вагон
unit-truck = грузовик
unit-train = поезд
unit-pair = пара поездов
unit-ship = судно
unit-departure = отправление
unit-seat = место
unit-trip = поездка
unit-Tbit-s = Тбит/с
unit-km = км
unit-lane-m = метр полосы
unit-h = ч
unit-berth-h = причало-час
unit-crane-h = крано-час
unit-ramp-h = рампо-час
unit-slot = слот
unit-berth = причал
unit-lot = партия
unit-m3 = м³
unit-bbl = баррель
unit-permit = разрешение
unit-USD = долл. США
unit-locomotive = локомотив
unit-share = доля
unit-t-km = т·км
unit-container-km = контейнеро-км
unit-teu-km = ДФЭ·км
unit-wagon-km = вагоно-км
unit-wagon-m = метр вагона
unit-truck-m = метр грузовика
unit-truck-km = грузовик·км
unit-train-km = поездо-км
unit-consignment = отправка
unit-day = сутки
unit-teu-day = ДФЭ·сутки
unit-wagon-day = вагоно-сутки
unit-t-day = т·сутки
unit-operation = операция
unit-crossing = пересечение границы
unit-seat-km = место-км
unit-rotation = оборот
unit-g-t-km = г/(т·км)
unit-g-TEU-km = г/(ДФЭ·км)
unit-kg-TEU = кг/ДФЭ
unit-kg-container = кг/контейнер
unit-kg-t = кг/т
unit-kg-wagon = кг/вагон
unit-g-seat-km = г/(место·км)

## Work at a terminal.
work-load = погрузка
work-unload = выгрузка
work-transfer = перегрузка
work-roll-on = накатка на паром
work-roll-off = выкатка с парома
work-gauge-change = смена колеи
work-border = граница и таможня
work-marshalling = сортировка
work-papers = оформление документов

## How the goods stand.
loading-ground = склад
loading-rail = вагон
loading-road = грузовик
loading-ship = судно
loading-wagon-on-ship = вагон на пароме
loading-truck-on-ship = грузовик на пароме
loading-pipe = труба
loading-air = самолёт
loading-fibre = волокно

## Facilities.
facility-station = станция
facility-rail-terminal = железнодорожный терминал
facility-container-terminal = контейнерный терминал
facility-berth = причал
facility-ferry-berth = паромный причал
facility-oil-berth = нефтяной причал
facility-grain-berth = зерновой причал
facility-ramp = рампа
facility-crane = кран
facility-yard = площадка
facility-gauge-change = пункт смены колеи
facility-tank-farm = резервуарный парк
facility-border-post = пункт пропуска
facility-landing-station = береговая станция кабеля
facility-elevator = элеватор
facility-airport = аэропорт
facility-truck-terminal = автотерминал
facility-pump-station = насосная станция
facility-pipeline-terminal = терминал трубопровода
facility-works = завод

## What runs.
vehicle-train = поезд
vehicle-wagon = вагоны
vehicle-locomotive = локомотив
vehicle-rail-ferry = железнодорожный паром
vehicle-ropax = грузопассажирский паром
vehicle-feeder = фидер
vehicle-tanker = танкер
vehicle-dry-ship = сухогруз
vehicle-container-ship = контейнеровоз
vehicle-truck = грузовик
vehicle-aircraft = рейс
vehicle-rail = железная дорога
vehicle-road = автодорога
vehicle-sea = море
vehicle-pipeline = трубопровод
vehicle-air = авиа
vehicle-fibre = волоконная линия

## What is scarce.
limit-train-path = нитки графика
limit-border-slot = стыковые нитки поездов
limit-berth = причалы
limit-ramp = рампы
limit-crane = крано-часы
limit-storage = место хранения
limit-yard = площадка
limit-slot = очередь прохода
limit-place = места
limit-fleet = парк
limit-tank = резервуары
limit-throughput = пропускная способность
limit-quota = квота
limit-permit = разрешения
limit-locomotive = локомотиво-часы
limit-bandwidth = полоса пропускания

## What is charged.
item-freight = провозная плата
item-handling = погрузочно-разгрузочные работы
item-voucher = ваучер
item-wagon-return = возврат вагона
item-border = пограничный сбор
item-storage = хранение
item-hire = аренда
item-export-duty = экспортная пошлина
item-grain-subsidy = субсидия на зерно
item-dues = сборы
item-port-fee = портовый сбор
item-gauge-change = смена колеи
item-guard = охрана
item-papers = оформление документов
item-marshalling = сортировка
item-guarantee = гарантия

## What an emission factor is of.
factor-rail = железная дорога
factor-road = автотранспорт
factor-sea = морской транспорт
factor-pipeline = трубопровод
factor-air = воздушный транспорт
factor-fibre = волокно
factor-move = движение
factor-handle = обработка
factor-store = хранение

## Other words of lists.
list-electric-ac = переменный ток
list-electric-dc = постоянный ток
list-diesel = дизель
list-tariff = тариф
list-published = опубликовано
list-shortest-feasible = кратчайший проходимый
list-great-circle = ортодромия
list-great-circle-scaled = ортодромия с коэффициентом
list-estimate = оценка
list-not-stated = не указано
list-primary = первичные данные
list-modelled = модельные данные
list-default = по умолчанию
list-included = учтён
list-part = частично
list-excluded = не учтён
list-official = официальный
list-press = пресса
list-t-km = т·км
list-passenger-km = пассажиро-км
list-USD = долл. США
list-USD-t = долл. США/т
list-ms = мс
list-d = сут
list-1-week = в неделю
list-year = год
list-month = месяц
list-week = неделя
list-day = сутки
list-hour = час
list-cost = стоимость
list-hours = время
list-CO2e = CO2-экв.
list-blend = смесь
list-capacity = пропускная способность
list-closure = закрытия по погоде
list-demand = спрос
list-distance = расстояние
list-draught = осадка
list-emission = выбросы
list-fleet = парк
list-observation = наблюдение
list-price = цена
list-rate = темп
list-schedule = расписание
list-speed = скорость

## So many of a unit; a unit without a message of its own stands behind its number as it is.
amount-container = { $count ->
        [one] { $count } контейнер
        [few] { $count } контейнера
        [many] { $count } контейнеров
       *[other] { $count } контейнера
    }
amount-wagon = { $count ->
        [one] { $count } вагон
        [few] { $count } вагона
        [many] { $count } вагонов
       *[other] { $count } вагона
    }
amount-truck = { $count ->
        [one] { $count } грузовик
        [few] { $count } грузовика
        [many] { $count } грузовиков
       *[other] { $count } грузовика
    }
amount-seat = { $count ->
        [one] { $count } место
        [few] { $count } места
        [many] { $count } мест
       *[other] { $count } места
    }
