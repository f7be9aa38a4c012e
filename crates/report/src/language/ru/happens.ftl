# Что происходит день за днём и что в эти дни наблюдалось.
happens-title = Что происходит: { $first } - { $last }
happens-fan = { $from } - { $to }, { $cargo }, { $tonnes } т ({ $row })
happens-seen = Что наблюдалось и что получается
chart-ready = готов
chart-aboard = на борту
chart-ashore = на берегу
chart-arrived = прибыл
chart-fan-mark = { $place }, { $deed }: { $km } км, { $days } (от { $low } до { $high })
