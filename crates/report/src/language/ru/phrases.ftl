# What engines and tables say in English, found again by its English form.

## Labels of ways, kinds of sheets and figures.
said-cost-sheet = ориентировочный расчёт стоимости
said-quotation = ценовое предложение
said-hours-kind = сумма медиан частей, без очередей; 90-й процентиль целого, штормы общие
said-light-kind = длина пути x задержка света в стекле + оборудование

## Waits.
said-wait-headway = ожидаемое: равномерно от нуля до одного интервала
said-wait-full = ожидаемое без очереди: равномерно от нуля до наибольшего ожидания линии, отходящей по заполнении
said-wait-simulated = по имитации, вместе с очередью: половина партий ждёт до { $half } ч, девять из десяти — до { $nine } ч
said-wait-observed = по наблюдению с { $first } по { $last } ({ $place }): всего от { $low } до { $high } ч, за вычетом { $own } ч без ожидания
said-wait-timetable = до первого отправления по расписанию, на которое груз успевает
said-wait-hours = до открытия объекта
said-wait-cut-off = окончание приёма перед отправлением по требованию
said-wait-until-open = ожидание открытия: { $name }
said-wait-for = ожидание: { $name }
said-entry-exit = транзит от входа до выхода
said-haul = перевозка по одной железной дороге

## What is missing.
said-chain-scope = выбросы CO2-экв. «от скважины до колеса» при перевозке и в узлах; работа считается по расстоянию указанной основы, без поправочного коэффициента; границы, документы и ожидание работы не дают
said-no-factor-at = { $name }: нет коэффициента выбросов: { $names }
said-no-factor = нет коэффициента выбросов: { $names }
said-empty-running = порожний пробег не указан: { $names }
said-no-charge = плата неизвестна: { $names }
said-no-emission = коэффициент выбросов неизвестен: { $names }
said-light-ship = { $name }: глубина у { $place } { $depth } м при нужных { $wanted } м для { $vehicle }, поэтому берётся { $left } из { $payload } т; цена за тонну не говорит, кто платит за потерянное место

## Conditions and promises.
said-avoid = в обход: { $what }
said-use = обязательно: { $what }
said-beside = вместе с: { $what }
said-permits-asked = разрешения запрошены { $day }
said-within = за { $days } дн.
said-by-end = до конца { $day }

## Remarks on an answer.
said-exact = Маршруты точны по складываемым критериям: стоимость, время (сумма медиан), CO2-экв. и риск тяжёлых событий; ожидание отправления без опубликованного расписания — ожидаемая величина. Цены взяты на день отправления.
said-coarser = Запрошено грубее: маршрут может отсутствовать, если показанный хуже не более чем на { $share } % по времени, CO2-экв. и риску и не дороже; ожидание отправления без расписания — ожидаемая величина. Цены взяты на день отправления.
said-large-lot = Партия велика: множество точно в единицах { $unit } { $name }.
said-cents = цент. США
said-seconds = с
said-grams = г CO2-экв.
said-millionths = миллионных долей риска
said-ways-worth = Стоящих маршрутов { $all }; показано { $shown }.
said-door-to-door = Время считается от двери до двери, поэтому отправления разных дней сравниваются по длительности, а не по дате прибытия.

## Why there is no way.
said-none-left = после исключений не осталось ни одного: { $sentences }
said-sentence = { $name } ({ $rule }): { $reason }
said-asked-away = вы просили его обойти
said-without-condition = тот же вопрос без этого условия
said-larger-lot = партия побольше
said-no-tariff = в этот день здесь нет тарифа для этого груза, а бесплатно из-за пробела в таблице ничего не едет
said-tariff-row = строка таблицы tariff, действующая здесь
said-small-lot = партии меньше { $least } т не принимаются, а партия { $lot } т
said-quota-larger = { $reason } Квота «{ $name }» — { $quota } { $unit } в год, а партия больше.
said-lot-at-most = партия не более { $quota } { $unit }
said-permit-by = разрешение: { $name }, выдаёт { $authority }
said-day-rule-ends = день начиная с { $day }, когда правило уже не действует
said-no-paper-of = в таблицах такого документа нет; согласие ({ $authority }) было бы строкой таблицы rule, разрешающей { $what }
said-no-paper = в таблицах такого документа нет; согласие было бы строкой таблицы rule, разрешающей { $what }
said-too-shallow = в этот день глубина у { $place } мала для всех судов линии
said-deeper-water = большая глубина у { $place } или судно с меньшей осадкой
said-limits = маршруты есть, но ни один не укладывается в заданные пределы
said-raise = поднимите по одному предел цены, CO2-экв. или срок прибытия
said-take-back = снимайте запреты по одному: разрешение, другой день, другое оборудование или сценарий, открывающий путь
said-check = проверьте оборудование, день и сценарий; места в пути показывает `keruen explain`
said-cannot-load = в пункте { $place } этот груз не на чем отправить: поезд, судно, грузовик, труба (открыто объектов в этот день: { $n })
said-no-chain = в этот день для этого груза нет цепочки открытых участков, линий и операций { $from } — { $to }
said-all-used = груз доходит до { $place }, но ни один маршрут не проходит через всё обязательное без движения туда и обратно
said-no-unloading = груз доходит до { $place } ({ $on }), но там его не выгружают
said-no-clearing = груз доходит до { $place }, но там нет пограничного оформления на ввоз

## What works instead.
said-not-avoided = { $what } не обходится
said-need-not-be-used = { $what } необязательно
said-alone = груз едет отдельно
said-in = в: { $name }
said-later = отправление { $day } вместо { $asked }
said-to-instead = вместо этого до { $place }
said-from-instead = вместо этого из { $place }

## Papers.
said-transit-declaration = транзитная декларация
said-smgs = накладная СМГС
said-smgs-waybill = накладная СМГС
said-phytosanitary = фитосанитарный сертификат
said-bill-of-lading = коносамент
said-import-declaration = импортная или транзитная декларация
said-cmr = накладная CMR
said-tir = книжка МДП или транзитная декларация
said-ship-list = судовая ведомость вагонов
said-quality = сертификат качества
said-cim-smgs = единая накладная ЦИМ/СМГС
said-cim = накладная ЦИМ
said-origin = сертификат о происхождении товара
said-passport = паспорт
said-dangerous-goods = транспортный документ на опасный груз (ООН 2912, НУА-I, упаковка ПУ-1)
said-radiation = акт радиационного контроля

## Authorities and countries.
said-nuclear-authority = орган ядерного надзора ({ $country })
said-radiation-authority = орган ядерного и радиационного надзора ({ $country })
said-quarantine = служба карантина растений ({ $country })
said-government = Правительство ({ $country })
said-agriculture = Министерство сельского хозяйства ({ $country })
said-energy = Министерство энергетики ({ $country })
said-port-or-railway = администрация порта или железной дороги
said-ship-owner = судовладелец
said-owner-and-flag = судовладелец и государство флага
said-pipeline-operator = оператор трубопровода
said-insurers = страховщики, банки
said-model-default = правило модели по умолчанию
said-kazakhstan = Казахстан
said-azerbaijan = Азербайджан
said-georgia = Грузия
said-russia = Россия
said-russian-federation = Российская Федерация
said-china = Китай
said-france = Франция
said-united-states = США
said-canada = Канада
said-armenia = Армения
said-turkiye = Турция
said-iran = Иран
said-uzbekistan = Узбекистан
said-turkmenistan = Туркменистан
said-poland = Польша

## What charges hold.
said-includes-haulage = тяга, платформа и сортировка в пути
said-includes-wagon = тяга с вагоном железной дороги и его возвратом; сортировка в пути
said-includes-road = водитель, топливо, платные дороги
said-includes-sea = морской фрахт
said-includes-transit = полная плата железной дороги между двумя пунктами; вместо её покилометровых ставок
said-includes-taxes = налоги и аэропортовые сборы
said-includes-pumping = перекачка, хранение на концах и погрузка на морском терминале
said-includes-charter = зафрахтованное под партию судно; партия меньше 24 контейнеров оплачивает всё судно
said-excludes-lifts = подъёмы, смена колеи, пограничные сборы
said-excludes-loading = погрузка, пограничные сборы, паромы
said-excludes-border = пограничные сборы или паромы
said-excludes-port-lifts = подъёмы в портах

## A study.
said-computed-status = рассчитано
said-sources-only = только источники
said-not-computable = не рассчитывается
said-sources-side-by-side = Ответ модели не нужен: источники поставлены рядом.
said-not-computable-why = Не рассчитывается: { $why }
said-finding = { $variant }: от { $usd } долл. США, от { $days } сут., от { $kg } кг CO2-экв.
said-finding-light-usd = { $variant }: { $ms } мс в одну сторону, { $usd } долл. США
said-finding-light = { $variant }: { $ms } мс в одну сторону
said-finding-none = { $variant }: маршрута нет ({ $reason })
said-influence-method = влияние: среднее изменение главных показателей исследования (наименьшие стоимость, время, CO2-экв. каждого варианта) при переходе значения от нижней границы к верхней; вес показателя в доле с источником: среднее изменение на один процент значения, для взятых из источника и принятых одинаково
said-cost-a-tonne = стоимость тонны, самый дешёвый маршрут
said-netback = нетбэк, самый дешёвый маршрут
said-injection = от закачки до сдачи
said-blend-ratio = доля смеси, которую несёт поток
said-latency-one = задержка в одну сторону
said-latency-both = задержка туда и обратно
said-pair-working = защищённая пара: основной путь, в одну сторону
said-pair-protection = защищённая пара: резервный путь, в одну сторону
said-availability-working = доступность основного пути
said-availability-pair = доступность пары
said-fare-before = тариф до субсидии, в одну сторону
said-departures-a-week = рейсов в неделю
said-return-cheapest = туда и обратно, самый дешёвый
said-return-unsubsidised = туда и обратно без субсидии

## What flow and simulation say.
said-method-least-cost = наименьшая стоимость
said-method-most = наибольший пропуск
said-method-choice = выбор
said-one-more-vehicle = ещё одна единица парка
said-tenth-more = на десятую больше
said-no-way-there = туда не ведёт цепочка открытых участков, линий и операций; причину скажет `keruen route`
said-operator = оператор
said-forth = прямо
said-back = обратно
said-both = оба
said-pieces = единиц
said-hours-through = часы в пути транзитных грузов
said-tonnes-through-arrived = тонны доставленных транзитных грузов
said-hours-wait-ships = часы ожидания судов транзитными грузами
said-hours-wait-room = часы ожидания места, вагонов или разрешений транзитными грузами
said-pieces-wait-ships = единицы, ожидающие судов
said-hours-off-ports = часы судов на рейде
said-hours-wait-line = часы ожидания { $line }, { $place }
said-pieces-wait-line = единицы, ожидающие { $line }, { $place }
said-hours-of-row = часы, { $row }
said-tonnes-of-row = тонны, { $row }

## Why not.
said-is-used-one = { $name } используется: { $way } маршрут.
said-is-used = { $name } используется в маршрутах ответа: { $n } ({ $ways }).
said-is-dominated = { $name } разрешено, но каждый маршрут через него уступает другому сразу по стоимости, времени, CO2-экв. и риску.
said-would-need = Для маршрута через { $name } нужно исключённое: { $sentences }
said-part-closed = { $name } открыто, но в этот день закрыто { $part }.
said-dead-end = Груз доходит до { $name }, но в этот день оттуда до { $to } не ведёт ничего открытого без движения туда и обратно.
said-nothing-puts = Груз приходит в { $place } ({ $on }), но там его нечем передать на { $name }.
said-no-chain-to = В этот день для этого груза нет цепочки открытых участков, линий и работ { $from } — { $name }.
said-cannot-stand = Этот груз в этом оборудовании не может стоять на { $name }.
said-other-goods = { $name } берёт другой груз или другое оборудование.
said-no-fit = Таблица fit не допускает это оборудование на транспорт { $name }.
said-other-gauge = Груз приходит к { $name } по другой колее, и там её нечем сменить.
said-only-scenario = { $name } нет ни в одной таблице; его вносит только сценарий.
said-opens-on = { $name } открывается { $from }; вопрос на { $day }.
said-was-open = { $name } было открыто до { $to }; вопрос на { $day }.
said-status = { $name } не открыто: состояние — { $status }.
said-day-from = день начиная с { $day }
said-day-up-to = день до { $day }
said-under-construction = строится
said-proposed = предложено
said-closed = закрыто

## What the command says when it cannot go on.
said-did-you-mean = { $what }; может быть, { $near }?
said-no-corridor = { $name } — не коридор: нет папки с corridor.toml
said-there-is-no = такого нет: { $what }
said-place-quoted = пункт { $name }
said-scenario-quoted = сценарий { $name }
said-cargo-quoted = груз { $name }
said-unit-quoted = единица { $name }
said-nothing-called = ничто так не называется: { $name }
said-not-a-day = { $day } — такого дня нет, вид ГГГГ-ММ-ДД
said-where-to = откуда куда? { $command }
said-no-wishes = в таблицах demand и market нет строк за { $year }; спросите год, который там есть
said-cannot-write = не удаётся записать { $file }: { $why }
said-is-there = { $file } уже есть; ничего не изменено
said-nothing-moves = по { $id } ничего не идёт; что идёт, покажет --csv
said-positive = количество — число больше нуля
said-too-much = количество в любых единицах не больше миллиона миллионов
said-counted-in = груз считается в { $own }, а не в { $asked }; спросите в { $units }
said-stopped = остановлено до получения ответа
said-no-fit-row = таблица fit не говорит, сколько { $cargo } входит в { $equipment }; добавьте строку

## Papers of the bundled corridor that name a count.
said-tonnage-account = отчёт о казахстанской доле тоннажа
said-traffic-right-printed = право полётов перевозчика, { $one } — { $other } ({ $n } рейсов в неделю для каждой стороны, по данным { $year } года)
said-traffic-right = право полётов перевозчика, { $one } — { $other } (всего { $n } рейсов в неделю, на этой паре { $pair })

## Parties, seats, cables and proposals.
said-more = больше
said-less = меньше
said-points = баллами
said-ranks = местами
said-intervals-given = интервалами
said-free = свободно
said-group-budget = бюджет
said-group-business = бизнес
said-group-debt = долг
said-group-economy = экономика
said-group-environment = окружающая среда
said-group-risk = риск
said-group-service = обслуживание
said-group-society = общество
said-turkiye-own = Турция
said-hungary = Венгрия
said-kyrgyzstan = Киргизия
said-tajikistan = Таджикистан
said-development-bank = Банк развития
said-environmental-ngo = Экологическая НКО
said-railways-and-lines = Железные дороги и судоходные линии
said-sea-ports = Морские порты
said-shippers-forwarders = Грузовладельцы и экспедиторы
said-note-bank = Примерные баллы, не политика какого-либо банка: отдача проекта, его стоимость и выбросы.
said-note-carrier = Примерные места, не позиция какой-либо компании: что остаётся от выручки, затем перевозки.
said-note-port = Примерные места, не позиция какого-либо порта: сначала перевозки.
said-note-shipper = Примерные доли интервалами, не позиция какой-либо компании: цена и дни.
said-note-ngo = Примерные веса, заданные только порядком: сначала выбросы, затем расходы; не позиция какой-либо организации.
said-note-ships-more = Примерные веса, не позиция государства: государство, которое отправляет больше, чем возит, ставит первыми грузовладельцев и дни.
said-note-links = Примерные веса, не позиция государства: связи людей и данных учитываются наряду с грузами.
said-note-receipts = Примерные веса, не позиция государства: сначала собственная выручка, затем грузовладельцы и перевозки, бюджет и окружающая среда.
said-gain-shippers = выигрыш грузовладельцев
said-gain-carriers = выигрыш перевозчиков и портов
said-gain-budgets = выигрыш бюджетов
said-money-once = разовые затраты
said-npv = чистая приведённая стоимость
said-change-of = изменение: { $what }
said-change-receipts = изменение выручки, { $who }
said-through-carried = перевезённый транзитный спрос
said-boxes-carried = перевезённые транзитные контейнеры
said-through-left = оставшийся транзитный спрос
said-through-outside = транзитный спрос, уходящий внешним путём
said-through-charges = сборы, оплаченные транзитным спросом
said-through-generalised = сборы и время транзитного спроса
said-through-co2e = CO2-экв. транзитного спроса
said-background-carried = перевезённый фоновый поток
said-figure-cheapest = { $ask }: самый дешёвый путь
said-figure-fastest = { $ask }: самый быстрый путь, без очередей
said-figure-co2e = { $ask }: наименьшие CO2-экв.
said-figure-ms = { $ask }: быстрейший, в одну сторону
said-figure-down = { $ask }: без услуги, два пути, защищающие друг друга
said-unit-t-yr = т/год
said-unit-teu-yr = ДФЭ/год
said-unit-usd-yr = долл. США/год
said-unit-usd = долл. США
said-unit-h-yr = ч/год
said-unit-days = дней
said-unit-kg = кг
said-unit-ms = мс
said-baku = Баку
said-one-unit-less = на единицу меньше быть не может: фоновый поток занял всё и идёт первым; любая цена от нижнего конца и выше доказывает оптимум
said-nothing-done = Ничего не делается
said-as-it-is = Как есть
said-corridor-as-it-is = Коридор как он есть
said-not-known-for = { $what }: неизвестно для { $some } из { $all } сценариев
said-weighted-sum = взвешенная сумма
said-method-mean = среднее
said-method-borda = Борда
said-method-copeland = Копленд
said-eligible-trips = поездки имеющих право { $n }
said-elasticity = эластичность { $n }
said-load-of-new = загрузка новых рейсов { $n }
said-floor-fails = никакое использование не даёт каждому государству его минимум: снизьте его или увеличьте бюджет
said-eligible-told = Поездки туда и обратно имеющих право между двумя государствами в год по нынешним ценам: { $mid } (от { $low } до { $high }); допущение. Сосчитано пока: 222 и около 80 студентов между Азербайджаном и Казахстаном (FLI-031); ни одна страница не считает молодых учёных и их поездки.
said-elasticity-told = Эластичность поездок по цене: -{ $mid } (от { $low } до { $high }). На уровне маршрута -1,4 (от -1,2 до -1,5), на наднациональном -0,6, внутри Азии умножается на 0,95 (FLI-026, FLI-028, FLI-029). Нижний конец верен, если субсидируются все пары сразу.
said-new-load-told = Загрузка нового рейса: { $mid } (от { $low } до { $high }); допущение.
said-voucher-told = Ваучер: пояса Erasmus+ для поездки туда и обратно, 180, 275, 360, 530, 820 EUR до 500, 2000, 3000, 4000, 8000 км (FLI-030), не выше цены билета.
said-guarantee-told = Гарантия: затраты оборота за вычетом его выручки, не ниже нуля, как платит Казахстан на внутренних линиях (FLI-001); затраты и выручка кресло-километра 5,97 и 6,41 цента США (FLI-010). Казахстан платил 4,27 млн KZT за оборот Туркестан – Актау (FLI-006, вычислено).
said-guarantee-note = Гарантия возит всех пассажиров; ваучер платит только имеющим право. Дополнительные поездки того и другого — не одних и тех же людей.
said-fares-note = Цены билетов вычислены в таблицах, не опубликованы: см. `{ $command }`.
said-direct-note = Часы, сбережённые прямым рейсом, не учтены: дополнительные поездки гарантии — те, что даёт более низкая цена.
said-fibre-ends = Концы доступности: каждая частота повреждений, умноженная на { $low } и { $high }, диапазон источников для заглублённого и мелководного кабеля (FIB-022, FIB-025, FIB-028).
said-fibre-ship = Одно ремонтное судно на кабели одного моря; ни одна страница не называет судна на Каспии, поэтому его 20 дней ремонта взяты из другого места (FIB-023, FIB-024).
said-fibre-no-price = Открытой цены Тбит/с не найдено, поэтому ценность кабеля дана в часах услуги, а не в деньгах.
said-no-span = { $from } – { $to }: ни один участок таблиц туда не ведёт
said-by-months = наименьшие затраты по месяцам
said-one-day = Все стороны спрошены на один день: последний из названных их сценариями, иначе день коридора.
said-flow-of = Поток { $year } года, { $periods }, при наименьших затратах и заданном спросе: предложение переводит грузы между путями или из оставшихся; нового спроса оно не создаёт.
said-twelve-months = двенадцать месяцев
said-one-period = один период
said-simulated-luck = Случайности моделирования общие: в каждом прогоне одни и те же штормы и прибытия на всех сторонах; грузы идут путями помесячного потока своей стороны.
said-flow-drawn = Низ и верх показателей потока — 5 и 95 процентов розыгрышей допущенных и взятых из другого места показателей; один розыгрыш меняет их одинаково на всех сторонах, а заданное сценарием неизменно. У путей они следуют из диапазонов цен.
said-flow-no-ends = У показателей потока нет нижнего и верхнего концов: его диапазоны здесь не вычисляются. У путей они следуют из диапазонов цен.
said-side-idle = { $side }: ни одна из изменяемых строк не открыта в { $year }, поэтому ничего не видно; спросите о более позднем годе.
said-side-later = { $side }: говорит о дне после { $year }, поэтому поток { $same } видит лишь строки, открытые к тому времени.
said-side-wishes = { $side }: спрашивает другие объёмы, чем основа, поэтому выигрыш грузовладельцев напрямую не сравним.
said-no-gain-seen = этот поток выигрыша не видит: расширяемое в эти периоды не заполнено, или выигрыш не в деньгах
said-no-cost-known = ни один источник не говорит, сколько это стоит
said-no-life-known = ни один источник не говорит, сколько это прослужит
said-no-rate = никакая ставка не обнуляет приведённую стоимость: приносит меньше, чем стоит
said-terms-assumed = Оба допущены: ни один источник коридора не называет ставки дисконтирования и стоимости следующего тонно-километра перевозчика. Измените их в study.toml, [round_table].
said-added = добавлено
said-there = есть
said-calibrated-note = Транзитный спрос и фоновый поток — из таблицы спроса с внесёнными оценками; совпадение счётчика, использованного для оценки, мало что доказывает.

## Answers cut off.
said-stopped-sides = Остановлено до завершения: { $sides } не сравнивается.
said-stopped-pairs = Остановлено до имитации всех сторон: без пар разность имитаций не сообщается.
said-stopped-draws = Остановлено до завершения всех розыгрышей: нижнее и верхнее значения опираются на { $made } из { $asked }.

## What stands in lists of the whole corridor.
said-open = открыто
said-yes = да
said-places-of = места: { $name }
said-payload-of = грузоподъёмность: { $name }
said-departures-of = отправления: { $name }
said-ship-hours-of = судо-часы: { $name }
said-at-end-of-period = { $name }, на конец периода
said-transport-work = транспортная работа
said-lognormal = логнормальное({ $law })
said-triangular = треугольное({ $law })
said-ranges-still = Показатели из источников или рассчитанные не двигаются, как и допущения без нижней и верхней границы; параметры двигаются независимо.

## Units in which things were counted.
said-unit-wagons = вагонов
said-unit-trucks = грузовиков
said-unit-trains = поездов
said-unit-containers = контейнеров
said-unit-ships = судов
said-unit-calls = заходов
said-unit-calls-month = заходов/мес
said-unit-voyages = рейсов
said-unit-vehicles = машин
said-unit-persons = человек
said-unit-wagons-day = вагонов/сут
said-unit-trucks-voyage = грузовиков/рейс
said-unit-kmh = км/ч
said-unit-mps = м/с

## Criteria of the round table, in short.
said-criterion-shippers = грузовладельцы
said-criterion-carriers = перевозчики и порты
said-criterion-budgets = бюджеты
said-criterion-cost = затраты
said-criterion-npv = чистая приведённая стоимость
said-criterion-tonnes = тонны
said-criterion-teu = ДФЭ
said-criterion-left = остаток
said-criterion-outside = на стороне
said-criterion-charges = платежи
said-criterion-generalised = обобщённые затраты
said-criterion-co2e = CO2-экв.
said-criterion-background = фоновые перевозки
said-criterion-receipts = выручка, { $country }
said-preset-turkic = (тюркские страны)
said-preset-trade = (торговля)
said-preset-cica = (СВМДА)
said-preset-c6 = (страны C6)

## What counters say.
said-calibrate-hit = Попадание после калибровки мало доказывает для использованного счётчика; доказывают столбец исключения и отложенные.
said-calibrate-same-guess = Строки одного потока в разные годы делят { $share } % дисперсии априорного значения: за ними стоит одна и та же догадка (допущение).
said-calibrate-fixed = Строк без нижней и верхней границы в ссылке: { $count }; двигаться они не могут.
said-cause-stock = партии на площадке и те, что ждут на ней места, среднее по неделям; судов, выбывших сверх своей готовности, и вагонов, которых не берёт другой берег, нет ни в одной таблице
said-cause-waited = самое долгое ожидание партии, погруженной в эти недели, среднее по повторам
said-cause-days = среднее по контейнерам, прибывшим в эти недели; ожидания полного поезда, локомотивов КТЖ и документов сверх времени самих операций нет ни в одной таблице
said-cause-border = среднее по проходящим партиям; в таблицах у пунктов есть слоты и время работы, но нет смен
said-cause-calls = заходы судов линии; партия в модели — груз одного судна
said-cause-boarded = вагоны, погруженные на запад с грузом в эти недели; распоряжения не говорят, считаются ли оба направления и порожние, а в модели порожних нет
said-cause-trains = контейнеры, сошедшие в эти дни с первого судна, делённые на число в поезде; поездов, идущих в другие места, нет ни в одной таблице
said-cause-sent = контейнеры, вышедшие в эти дни, делённые на число в поезде; таблица спроса построена по принятым поездам, так что те, кто в пути на конец года, в нём не выходят
said-cause-counted = таблица count; движется доля запросов по расчёту потока, поэтому промах — чаще всего промах запроса или доли
said-cause-under-way = контейнеры, отправленные и не сошедшие с судна к последнему дню, делённые на число в поезде; таблица спроса построена по принятым поездам
said-replayed = записей журнала проиграно заново: { $count }, ни одна не нарушает пределов таблиц
said-rows-left-out = в { $file } строк без периода: { $count }, они пропущены
said-send-now = отправьте { $file } сейчас; позже его откроет файл с весами и salt = { $salt }

## When a verb cannot go on: parties, seats, cables, flows.
said-file-toml = { $file }.toml: { $why }
said-file-party = { $file }.toml, сторона { $party }: { $why }
said-os-no-file = нет такого файла или папки
said-os-denied = нет доступа
said-os-folder = это папка
said-no-preset = нет готового набора { $name }; есть: { $list }
said-parties-stopped = остановлено до того, как выслушаны стороны
said-study-stopped = остановлено до завершения исследования
said-nobody-weighs = никто не взвешивает: назовите файлы сторон или --preset c6, cica, turkic, trade
said-nothing-to-weigh = нечего взвешивать: назовите сценарии через --scenarios; их показывает { $command }
said-demand-empty = таблица demand пуста; для сравнения нужны запросы
said-flow-empty = таблицы demand и market пусты; для потока нужны запросы
said-simulate-empty = таблицы demand и market пусты; для имитации нужны прибывающие грузы
said-no-party = в нём нет [[party]]; пример в docs/guides/round-table.md
said-voice-below = voice { $n } не должен быть ниже нуля
said-no-criterion = в ней нет [[party.criterion]]
said-criterion-twice = критерий { $name } стоит дважды
said-weights-one-way = дайте `points` каждому критерию, или каждому `rank`, или каждому `share`, или ничего
said-criterion-better = критерий { $name }: better = { $told }, а должно быть "more" или "less"
said-criterion-shape = критерий { $name }: shape { $told }, а должно быть usual, u-shape, v-shape, level, linear или gaussian
said-criterion-finite = критерий { $name }: каждое число должно быть конечным
said-criterion-ends = критерий { $name }: от худшего { $worst } к лучшему { $best } — направление не { $better }
said-criterion-thresholds = критерий { $name }: нужно 0 <= indifference <= preference
said-criterion-curve = критерий { $name }: кривая идёт от [0, 0] к [1, 1]
said-stands-too = она стоит и в { $file } и отличается: оставьте одну
said-points-below = points не должны быть ниже нуля
said-one-needs-points = хотя бы одному критерию нужны points
said-interval-ends = интервал должен идти от меньшего к большему между 0 и 1
said-intervals-reach = сумма весов равна 1, а интервалы охватывают { $low } – { $high }; расширьте некоторые
said-cannot-rank = сценариев: { $n }, ранжировать нельзя; назовите хотя бы два
said-table-gaps = в таблице пробелы: каждому сценарию нужна ячейка на критерий
said-salt-short = salt — не меньше 16 знаков, которые никто не угадает
said-sealed-already = её веса уже запечатаны
said-salt-untold = веса названы, но не salt, открывающий печать
said-seal-other = веса и salt не дают названный ранее хэш { $hash }
said-no-field = в { $table } нет поля { $field }
said-not-open-there = { $place } стоит в таблицах со статусом { $status } ({ $from } – { $to }) и не открыт на { $day }; спросите другой день или сценарий, который его открывает
said-no-questions = нет вопроса { $name }: у коридора нет исследования с вопросами
said-no-question = в исследовании нет вопроса { $name }; есть: { $list }
said-spread = --spread — число больше 0
said-calibrate-why = калибровка: { $why }
said-no-parameter = { $name }: нет такого параметра; назовите его table:id.field
said-is-no-number = { $name }: это не число
said-cannot-be-free = { $name }: в ссылке нет нижней и верхней границы, поэтому он не может быть свободным
said-moves-already = { $name }: он и так двигается
said-no-row-moves = ни у одной строки спроса этих лет нет в ссылке нижней и верхней границы
said-study-place = study.toml, { $place }: { $why }
said-no-rate-of = в таблице fx нет курса { $currency }; укажите бюджет в USD
said-no-flights = в таблицах нет рейсов между двумя тюркскими государствами
said-no-sum = --budget { $told } — не сумма; напишите "1e9 KZT"
said-no-floor = --floor { $told } не между 0 и 1
said-three-numbers = { $told }: напишите одно число или low,middle,high
said-name-a-base = назовите основу и хотя бы один сценарий для сравнения: { $command }
said-ranges-one = --ranges 1: для нижней и верхней границы нужно не меньше 2 розыгрышей
said-ranges-for = --ranges — только для least-cost и max-throughput; для choice спросите с --spread 5 и 20
said-steps-alone = --steps заново решает наименьшую стоимость и не идёт с другим --method
said-at-least = --at-least { $told }: напишите LIMIT=AMOUNT, ограничение как в ответе
said-no-months = в календаре нет { $months } месяцев с { $year } года
said-unknown-subject = нет линии, участка, места, оператора или страны { $name }; напишите table:id или страну двумя буквами
said-more-faults = ... и ещё { $count }; все перечисляет { $command }
said-two-scenarios = два сценария называются { $name }
said-under-way-name = контейнерные поезда, отправленные и не принятые на конец
said-file-csv = { $file }.csv: { $why }
said-nothing-comes = в таблицах demand, market и stock нет ничего, что движется с { $first } по { $last }; спросите год, который в них есть
said-containers-carried = перевезено контейнеров
said-generalised-cost = обобщённая стоимость
said-emissions = выбросы
said-unit-kg-co2e = кг CO2-экв.
said-weighed-outside = взвешиваемые грузы на стороне или в остатке
said-use-calibrate = калибровка
said-use-validate = только проверка

## How a flow was found, and why something is left.
said-come-back = Контейнеры и вагоны сквозного спроса возвращаются туда, где нужны, по ценам порожних; обратный путь вагона по железной дороге входит в цену груза. Фоновые перевозки стоят как сосчитаны.
said-may-wait = Там, где в таблицах есть хранилище, груз может ждать следующего месяца: { $carried } — то, что лежит там на конец месяца; через конец года ничего не переносится.
said-choice-odds = Выбор: шансы пути падают в e раз, когда он на { $percent } % дороже самого дешёвого (допущение: источника нет; меняется через --spread); объём строки — то, что приходит при затратах основы, поэтому при их снижении может пройти больше запрошенного; остальное уходит в другие места тем, чего в таблицах нет.
said-only-outside = ни один путь коридора туда не ведёт, только путь на стороне, а его выбор оставляет другим
said-go-elsewhere = { $percent } % уходит в другие места: { $why }
said-dearer-than-base = его самый дешёвый путь на { $percent } % дороже, чем в основе
said-limits-priced = названные ограничения имеют цену
said-nothing-left-of = фоновые перевозки не оставили на других путях ничего от { $limits }
said-delivered = { $market }, с доставкой, долл. США за { $unit }, с учётом времени: { $each }: при наименьших затратах самый дешёвый берёт всё, что может, сколь бы мало он ни был дешевле; метод { $method } делит по разнице.
said-equilibrium-how = Равновесие: { $whose }; цена ограничения — { $price }, и ограничение может быть использовано сверх имеющегося. Ожидание — по очереди за период (Akcelik 1991), обслуживание ровное, как по расписанию (J = { $j }, допущение), каждая единица стоит того, что грузы её пользователей теряют за час. Часы путей — без ожидания. Фоновые перевозки остаются на путях наименьших затрат; суда ходят так же часто, как в ответе наименьших затрат, и чаще там, где у флота есть время.
said-whose-user = каждый берёт лучший для себя путь
said-whose-system = пути — лучшие для всех вместе
said-price-user = то, во что ожидание единицы обходится берущему
said-price-system = то, во что взятие единицы обходится всем из-за более долгого ожидания других
said-nothing-there = Этого нет вовсе, и ожидание его не откроет: { $limits }.
said-range-not-found = её диапазон не найден: { $why }
said-no-limit = в периоде нет ограничения { $limit }; ответ потока их перечисляет
said-method-equilibrium = равновесие
said-method-system = системный оптимум
