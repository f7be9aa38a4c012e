# Differences that rest on draws or replications which all sides share.
together-sample = Нижние и верхние значения показателей потока: { $draws } розыгрышей { $parameters } показателей по допущению и по аналогии, одинаковых для всех сторон; зерно { $seed }, без ответа { $failed }.
together-sign = Знак надёжен, когда нижнее и верхнее значения лежат по одну сторону от нуля; иначе названа доля розыгрышей с этим знаком.
together-sure = надёжно
together-share = { $share } розыгрышей
together-simulated = С очередями, погодой и судами: { $first } — { $last }, повторов { $replications } с одинаковыми случайностями для всех сторон, зерно { $seed }
together-interval = +- — половина 95-процентного интервала; разность берётся повтор за повтором и надёжна, когда её интервал не содержит нуля.
head-together-figure = показатель
head-together-unit = единица
head-together-worth = польза в год по розыгрышам, USD
