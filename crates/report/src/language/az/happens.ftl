# Gündən-günə nə baş verdi və həmin günlərdə nə müşahidə olundu.
happens-title = Nə baş verir: { $first } - { $last }
happens-fan = { $from } - { $to }, { $cargo }, { $tonnes } t ({ $row })
happens-seen = Nə müşahidə olundu və hesablama nə verir
chart-ready = hazır
chart-aboard = gəmidə
chart-ashore = sahildə
chart-arrived = çatdı
chart-fan-mark = { $place }, { $deed }: { $km } km, { $days } ({ $low } - { $high })
