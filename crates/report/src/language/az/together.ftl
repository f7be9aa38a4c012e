# Differences that rest on draws or replications which all sides share.
together-sample = Axın göstəricilərinin aşağı və yuxarı qiymətləri: { $parameters } fərziyyə və bənzətmə göstəricisinin { $draws } seçməsi, bütün tərəflər üçün eyni; başlanğıc ədəd { $seed }, cavabsız { $failed }.
together-sign = Aşağı və yuxarı qiymət sıfırın bir tərəfində olanda işarə etibarlıdır; əks halda bu işarəli seçmələrin payı göstərilir.
together-sure = etibarlı
together-share = seçmələrin { $share }
together-simulated = Növbələr, hava və gəmilərlə: { $first } – { $last }, bütün tərəflər üçün eyni təsadüflə { $replications } təkrar, başlanğıc ədəd { $seed }
together-interval = +- – 95 % intervalın yarısıdır; fərq təkrar-təkrar götürülür və intervalı sıfırı əhatə etməyəndə etibarlıdır.
head-together-figure = göstərici
head-together-unit = vahid
head-together-worth = seçmələr üzrə illik fayda, USD
