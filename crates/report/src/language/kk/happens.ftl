# Күннен күнге не болғаны және сол күндері не байқалғаны.
happens-title = Не болады: { $first } - { $last }
happens-asked = { $count ->
    [one] { $count } қайталау
   *[other] { $count } қайталау
  }, тұқым { $seed }
happens-fans = Қанша уақыт алады
happens-fans-key = Оңға қарай қашықтық, жоғары қарай күн; сызық - партиялардың жартысы, жолақ - оннан сегізі.
happens-fan = { $from } - { $to }, { $cargo }, { $tonnes } т ({ $row })
happens-eight-in-ten = ; он партияның сегізі { $low } күннен { $high } күнге дейін
happens-in-time = ; мерзімінде { $share }
happens-queues = Қай жерде кезек күтеді
happens-queues-key = Әр аптаның орташасы; жолақ - он қайталаудың тоғызы.
happens-queue = { $service }: { $place } - күтіп тұрғандар саны
happens-unsettled = ; кезек тұрақтанбайды, осы есептен тыс орташа мән жоқ
happens-storms = Дауылдар
happens-storms-key = Ауа райы порттарды жабатын күндер, бірінші қайталау
happens-seen = Не байқалды және есеп не береді
happens-score = { $total } бақылаудың { $hits } дәл келді; алдыңғы мән { $naives } ішінен { $naive } дәл келер еді. Осы күндердің { $others } бақылауын есеп көрсетпейді.
happens-missed = Дәл келмегендер қалай алынады және себебі не болуы ықтимал:
happens-no-tolerance = шегі берілмеген
head-observation = бақылау
head-last-time = бұрын
chart-month = ай
chart-km = { $km } км
chart-ready = дайын
chart-aboard = кемеде
chart-ashore = жағалауда
chart-arrived = жетті
chart-fan-mark = { $place }, { $deed }: { $km } км, { $days } ({ $low } - { $high })
chart-closed = { $region }: { $day }-күннен бастап { $days } жабық
