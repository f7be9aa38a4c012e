# Scenarios side by side.
compare-head = { $corridor }, { $year }, { $method }: { $others } – «{ $base }» нұсқасымен салыстыру
compare-title = { $others }, негізі: { $base }
compare-changed = Не өзгереді
compare-figures = Көрсеткіштер бойынша
compare-payers = Кім көп, кім аз алады, жылына АҚШ доллары
compare-worth = Құндылығы, АҚШ доллары
compare-nobody = Ешкімнің түсімі өзгермейді.
compare-nothing = ештеңе
compare-more = және тағы { $count }; барлығы --json ішінде
compare-cost = құны { $told } = { $usd } АҚШ доллары ({ $method })
compare-of-year = { $sum }, { $year } жылғы бағамен
compare-life = Қызмет мерзімі { $years } жыл
compare-changes = { $count } өзгеріс
compare-sources = Дереккөздер ({ $count })
compare-terms = Дисконттау мөлшерлемесі жылына { $rate } ({ $ends }), қызмет мерзімінің барлық жылы бірдей, өсімсіз, жою құнынсыз, әр жылдың өз бағасымен; тасымалдаушының қосымша жұмысы сол үшін алған түсімінің { $cost } ({ $costs }) тұрады. Жүк иелері: ақша және уақыт, жарты ережесі. Алымдар – аударымдар, қосындыда бір-бірін жояды. CO2-экв. есептеледі, бірақ бағаланбайды.
head-figure-name = көрсеткіш
head-base = негіз
head-difference = айырма
head-base-usd = негіз, АҚШ долл.
head-shippers-a-year = жүк иелері, жылына
head-carriers-ports = тасымалдаушылар, порттар
head-budgets = бюджеттер
head-all-a-year = барлығы, жылына
head-cost-once = құны, бір рет
head-years = жыл
head-npv = NPV (таза келтірілген құн)
head-eirr = EIRR (экономикалық ішкі табыстылық)
