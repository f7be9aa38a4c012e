# Labels of ways: answers bring them in English, and the page in the browser shows them.
said-cheapest = ең арзан
said-fastest = ең жылдам
said-greenest = шығарындысы ең аз
said-safest = тәуекелі ең аз
said-balanced = теңгерімді
said-way = { $n }-маршрут

## Notes under a flow and a simulation.
said-queue-free = Уақыт кезексіз: толған шектеу жүкті модельден тыс күттіреді; оның бағасы тағы бір бірлік не үнемдейтінін айтады.
said-continuous = Партиялар үздіксіз; рейстер мен пойыздар бүтін сан болмауы мүмкін.
said-ranges-unknown = { $count } бағаның аралығы табылмады; бағалардың өзі дәлелденген.
said-waits-come = Күту кестелердегі кезексіз уақыттан, ресурстардан, кемелер мен ауа райынан шығады; байқалған күту енгізілмеген.
said-lots-keep = Партиялар өз маршрутынан ауытқымайды; қойма мен тыйымдар әзірге ешкімді ұстамайды; тәуліктік тапшы ресурстың қарқыны бүкіл есепке бірдей.
said-intervals = Аралықтар – қайталаулар бойынша орташаның аралығы (95 %); болжам көрсеткіштер туралы ештеңе айтпайды.
said-quiet-resources = Кездейсоқ партиялар алты минуттан аз күтетін { $count } ресурс тоқтаусыз өтіледі.
said-idle-years = demand кестесінде { $years } бойынша ештеңе жоқ: ол кезде жаңа ештеңе жолға шықпайды.
said-country = ел

## Limits of services and ships, and who sits at a round table.
said-limit-places = орындар: { $service }
said-limit-payload = жүк көтергіштік: { $service }
said-limit-departures = жөнелтімдер: { $service }
said-limit-ship-hours = кеме-сағат: { $fleet }
said-limit-stock = { $limit }, кезең соңында
said-gone-elsewhere = { $share } % басқа жолмен кетеді: { $why }
said-preset-c6 = Орталық Азия мен Оңтүстік Кавказдың алты мемлекеті
said-preset-cica = дәліздегі және оның айналасындағы АӨСШК мемлекеттері
said-preset-turkic = Түркі мемлекеттері ұйымының мемлекеттері
said-preset-trade = тасымалдаушы, порт, жүк иесі, банк, ҮЕҰ
