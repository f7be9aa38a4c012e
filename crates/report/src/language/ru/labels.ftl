# Labels of ways: answers bring them in English, and the page in the browser shows them.
said-cheapest = самый дешёвый
said-fastest = самый быстрый
said-greenest = наименьшие выбросы
said-safest = наименьший риск
said-balanced = сбалансированный
said-way = маршрут { $n }

## Notes under a flow and a simulation.
said-queue-free = Время без очередей: заполненное ограничение заставляет груз ждать вне модели; его цена говорит, что экономит ещё одна единица.
said-continuous = Партии непрерывны; рейсы и поезда не обязаны быть целыми числами.
said-ranges-unknown = Диапазоны цен не найдены (число: { $count }); сами цены доказаны.
said-waits-come = Ожидания получаются из времени без очередей, ресурсов, судов и погоды; наблюдённые ожидания не закладывались.
said-lots-keep = Партии держатся своего маршрута; склады и запреты пока никого не задерживают; у суточных ограничений один темп на весь прогон.
said-intervals = Интервалы относятся к среднему по повторам (95 %); о допущениях они ничего не говорят.
said-quiet-resources = Ресурсы, у которых случайные партии ждали бы меньше шести минут, проходятся без остановки: { $count }.
said-idle-years = В таблице demand нет ничего за { $years }: новое тогда не отправляется.
said-country = страна

## Limits of services and ships, and who sits at a round table.
said-limit-places = места: { $service }
said-limit-payload = грузоподъёмность: { $service }
said-limit-departures = отправления: { $service }
said-limit-ship-hours = судо-часы: { $fleet }
said-limit-stock = { $limit }, на конец периода
said-gone-elsewhere = { $share } % уходят на сторону: { $why }
said-preset-c6 = шесть государств Центральной Азии и Южного Кавказа
said-preset-cica = государства СВМДА на коридоре и вокруг него
said-preset-turkic = государства Организации тюркских государств
said-preset-trade = перевозчик, порт, грузовладелец, банк, НПО
