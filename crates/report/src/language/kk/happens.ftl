# Күннен күнге не болғаны және сол күндері не байқалғаны.
happens-title = Не болады: { $first } - { $last }
happens-fan = { $from } - { $to }, { $cargo }, { $tonnes } т ({ $row })
happens-seen = Не байқалды және есеп не береді
chart-ready = дайын
chart-aboard = кемеде
chart-ashore = жағалауда
chart-arrived = жетті
chart-fan-mark = { $place }, { $deed }: { $km } км, { $days } ({ $low } - { $high })
