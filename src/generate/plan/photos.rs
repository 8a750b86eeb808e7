//! Photos of the demonstration's centre, drawn: a stage, a mural, a sheet of those who came, and the centre's logo. Nobody is
//! on them.

pub struct Photo {
    pub svg: &'static str,
    pub caption: &'static str,
    /// Told in the year's report, or proof alone.
    pub story: bool,
}

/// The first two stand beside the stories of the year.
pub const PHOTOS: [Photo; 3] = [
    Photo {
        svg: r##"<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1000"><defs><linearGradient id="a" x2="0" y2="1"><stop stop-color="#1b2550"/><stop offset="1" stop-color="#6d3b74"/></linearGradient></defs><path fill="url(#a)" d="M0 0h1600v1000H0z"/><path fill="#ffd27a" fill-opacity=".35" d="M400 90 160 780h520zM1200 90 920 780h520z"/><path fill="#ff8c5a" fill-opacity=".3" d="M800 60 560 780h480z"/><path fill="#221a30" d="M120 780h1360v60H120z"/><path fill="#b9834f" d="M120 790h1360v26H120zM160 850h1280v24H160zM160 890h1280v24H160z"/><path fill="#8a5f37" d="M200 816h50v130h-50zM520 816h50v130h-50zM1030 816h50v130h-50zM1350 816h50v130h-50z"/><path fill="#10101c" d="M230 540h150v240H230zM1220 540h150v240h-150z"/><g fill="#2c2c40"><circle cx="305" cy="610" r="46"/><circle cx="305" cy="712" r="56"/><circle cx="1295" cy="610" r="46"/><circle cx="1295" cy="712" r="56"/></g><path stroke="#10101c" stroke-width="10" d="M800 780V520"/><circle cx="800" cy="505" r="26" fill="#3a3a52"/><path fill="none" stroke="#e8e0d0" stroke-width="6" d="M0 150q400 120 800 0t800 0"/><g fill="#fff1c4"><circle cx="200" cy="208" r="15"/><circle cx="400" cy="211" r="15"/><circle cx="600" cy="190" r="15"/><circle cx="1000" cy="112" r="15"/><circle cx="1200" cy="90" r="15"/><circle cx="1400" cy="108" r="15"/></g></svg>"##,
        caption: "Oder iz palet, ki so ga mladi postavili na dvorišču, osvetljen pred začetkom koncerta.",
        story: true,
    },
    Photo {
        svg: r##"<svg xmlns="http://www.w3.org/2000/svg" width="1500" height="1000"><path fill="#e9e1d3" d="M0 0h1500v1000H0z"/><path fill="#c9bfae" d="M0 860h1500v140H0z"/><path fill="#f6f2ea" d="M90 90h1320v700H90z"/><path fill="#00686f" d="M90 790V430q220-210 440-40t450-60 430 90v370z"/><path fill="#f6a821" d="M90 790V610q240-130 500-20t820-70v270z"/><circle cx="1150" cy="260" r="110" fill="#e5604d"/><path fill="none" stroke="#10262b" stroke-width="16" d="M250 700q130-240 260-60t250-120 300 60"/><g fill="#7fbdbb"><circle cx="340" cy="250" r="60"/><circle cx="500" cy="190" r="36"/><circle cx="640" cy="270" r="48"/></g><path fill="#8f7b5e" d="M240 900h90v50h-90zM380 890h90v60h-90zM520 905h80v45h-80z"/><path fill="#e5604d" d="M240 890h90v14h-90z"/><path fill="#00686f" d="M380 880h90v14h-90z"/><path fill="#f6a821" d="M520 895h80v14h-80z"/></svg>"##,
        caption: "Stenska poslikava v zadnji sobi, za katero so mladi sami izbrali motiv in barve.",
        story: true,
    },
    Photo {
        svg: r##"<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="1600"><path fill="#7d6a55" d="M0 0h1200v1600H0z"/><path fill="#fdfcf7" d="M110 110h980v1380H110z"/><path fill="#00444c" d="M180 190h560v44H180z"/><path fill="#b4c1c4" d="M180 262h380v22H180z"/><g stroke="#c8d2d4" stroke-width="4"><path d="M180 360h840M180 450h840M180 540h840M180 630h840M180 720h840M180 810h840M180 900h840M180 990h840M180 1080h840M180 1170h840M180 1260h840M180 1350h840M260 320v1030M760 320v1030"/></g><g fill="none" stroke="#2b4a8b" stroke-width="6" stroke-linecap="round"><path d="M290 425q40-50 70-10t80-20 60 10M800 425q30-40 70 0t90-30M290 515q30-40 60 0t90-10 90 0M800 510q60-50 90 0t60-20M290 605q60-50 100-10t120-10M800 600q40-40 80 0t90 0M290 695q50-50 80 0t110-20M800 690q40-50 90-10t60 0M290 785q30-40 80 0t100-10 60 10M800 780q60-40 100-10"/></g></svg>"##,
        caption: "List prisotnosti z večera.",
        story: false,
    },
];

pub const LOGO: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" width="900" height="420"><circle cx="210" cy="210" r="180" fill="#00444c"/><path fill="none" stroke="#fff" stroke-width="34" stroke-linecap="round" d="M100 180q55-60 110 0t110 0M100 260q55-60 110 0t110 0"/><circle cx="292" cy="112" r="34" fill="#f6a821"/><path fill="#00444c" d="M450 130h60v160h-60zM450 130l90 90 90-90v160h-60v-60l-30 30-30-30zM570 130h60v160h-60zM690 130h150v54H750v52h90v54H690z"/></svg>"##;
