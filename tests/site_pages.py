"""Saved news pages of ten sites of our own: what stands around the article differs, as it does from site to site.

Every number of the furniture lies between 700 and 999, and none of an article does, so that a test can tell them apart.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True)
class Story:
    """An article to be put on a page."""

    title: str
    day: str
    caption: str
    paragraphs: tuple[str, ...]
    correction: str


STORIES = (
    Story(
        "Ferry sinks off Port Tarn, 14 dead",
        "2031-03-04",
        "Rescuers carried 31 people to the quay on Monday.",
        (
            "At least 14 people were killed when the ferry Marisol sank off Port Tarn on Monday, the coast guard said.",
            "The ferry carried 212 passengers and a crew of 11, according to the harbour master, who had counted them.",
            "Divers searched an area of 30 square kilometres, and 6 helicopters were sent to the place of the disaster.",
            "The operator was fined $2.5 million in 2029 after three inspections, the ministry said in a statement.",
        ),
        "Correction: an earlier version of this article said that 16 people had been killed.",
    ),
    Story(
        "Fire destroys 40 homes in Elmsford",
        "2031-08-19",
        "Smoke rises over Elmsford, where 40 homes burned down.",
        (
            "A fire destroyed 40 homes in the town of Elmsford on Tuesday and forced 650 people to flee, officials said.",
            "Nine firefighters were treated for smoke, and two of them were still in hospital on Wednesday morning.",
            "The fire has burned 12,000 acres since Sunday and was 35 percent contained, according to the fire service.",
            "“We have lost everything that we built in 20 years,” said the owner of a mill on the edge of the town.",
        ),
        "This article was amended: the number of homes is 40, not 45 as stated before.",
    ),
    Story(
        "Council votes to close five libraries",
        "2031-11-02",
        "The library in Mill Street, one of five that are to close.",
        (
            "The council voted by 21 to 18 on Monday to close five libraries, a step that is to save £1.4 million a year.",
            "Some 300 people protested in front of the town hall, according to police, while organisers counted 500.",
            "The libraries lent 86,000 books last year, 7 percent fewer than in the year before, the council's report says.",
            "Twelve members of staff would lose their jobs, and 30 others would be offered posts in other departments.",
        ),
        "Clarification: the saving is £1.4 million a year, not over four years.",
    ),
    Story(
        "Quake of magnitude 6.1 shakes the Sela valley",
        "2031-05-27",
        "A road near Sela was split over 200 metres.",
        (
            "An earthquake of magnitude 6.1 shook the Sela valley on Tuesday and killed at least 52 people, officials said.",
            "More than 400 were injured and 1,100 houses fell down, the governor told reporters in the town of Sela.",
            "The quake struck at a depth of 10 kilometres, and its centre lay 25 kilometres from the town, geologists said.",
            "The government promised $15 million for the valley, where about 60,000 people live in 48 villages.",
        ),
        "Correction: the quake struck at a depth of 10 kilometres, not 20.",
    ),
    Story(
        "Maker of batteries to cut 1,200 jobs",
        "2031-01-15",
        "The plant in Norham, where 3,400 people work.",
        (
            "The maker of batteries Voltan said on Wednesday that it would cut 1,200 jobs, a tenth of its workforce.",
            "Sales fell by 8 percent to $640 million in the last quarter, and the loss widened to $55 million, it said.",
            "The plant in Norham, where 3,400 people work, will lose 350 of them by June, according to the union.",
            "Shares of the company fell by as much as 13 percent and closed at $24.50, their lowest in two years.",
        ),
        "This story has been updated to say that the loss was $55 million, not $65 million.",
    ),
)


def paragraphs(story: Story, open_: str = "<p>", close: str = "</p>") -> list[str]:
    return [f"{open_}{escape(paragraph)}{close}" for paragraph in story.paragraphs]


def semantic(story: Story) -> str:
    """A site of today: semantic elements, JSON-LD, a teaser and a sign-up box inside the article."""
    data = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "Tarn Herald"},
            {
                "@type": ["NewsArticle"], "headline": story.title, "datePublished": f"{story.day}T06:00:00Z",
                "publisher": {"@type": "Organization", "name": "Tarn Herald"},
            },
        ],
    }  # fmt: skip
    one, two, *rest = paragraphs(story)
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{escape(story.title)} | Tarn Herald</title>
<script type="application/ld+json">{json.dumps(data)}</script></head><body>
<a class="skip" href="#main">Skip to content</a>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World 711</a></li><li><a href="/s">Sport</a></li></ul></nav>
<div class="ticker"><span>Breaking</span> <a href="/b">712 hurt as train leaves the rails in Orsa</a></div></header>
<main id="main"><article><header><h1>{escape(story.title)}</h1><p class="byline">By <a href="/au">Ann Example</a></p>
<p class="meta"><time datetime="{story.day}">Published {story.day}</time> · 7 min read · 713 comments</p>
<div class="share"><button>Share</button><span class="count">714</span></div></header>
<figure><img src="https://img.example/a.jpg" alt=""><figcaption>{escape(story.caption)}</figcaption></figure>
{one}{two}
<aside class="newsletter"><h3>The Herald by mail</h3><p>Join 715,000 readers who get our letter every day.</p>
<form><input type="email"><button>Sign up</button></form></aside>
<p><strong>Read more:</strong> <a href="/x">Storm kills 716 in the south</a></p>
{"".join(rest)}<p class="correction"><em>{escape(story.correction)}</em></p></article>
<section class="related"><h2>Related stories</h2><ul><li><a href="/1">717 arrested after match in Belgard</a></li>
<li><a href="/2">Prices rise by 718 percent, says ministry</a></li></ul></section></main>
<aside><h2>Most read</h2><ol><li><a href="/3">Minister owns 719 shoes</a></li><li><a href="/4">720 whales seen</a></li></ol></aside>
<footer><p>© 2031 Tarn Herald. Registered in Tarn, number 721722. Call 0555 723 724.</p></footer></body></html>"""


def soup(story: Story) -> str:
    """A site of divs: meta tags alone tell its day, share counters and a rating stand in the text's column."""
    one, two, *rest = paragraphs(story)
    return f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>{escape(story.title)} - Coast Wire</title><meta property="og:site_name" content="Coast Wire">
<meta property="article:published_time" content="{story.day}T09:30:00+02:00"><meta property="og:title" content="{escape(story.title)}">
</head><body><div id="wrap"><div class="topbar"><div class="weather">Tarn 731°C</div><div class="markets">TSX 732.40 +1.2%</div></div>
<div class="menu"><a href="/">News</a> <a href="/o">Opinion (733)</a> <a href="/v">Video</a></div>
<div class="content"><div class="story"><h1 class="headline">{escape(story.title)}</h1>
<div class="byline">By Bo Sample, Staff Writer</div><div class="date">{story.day}</div>
<div class="social"><span class="fb">734 shares</span><span class="tw">735</span><a href="#c">736 comments</a></div>
<div class="photo"><img src="a.jpg"><p class="caption wp-caption-text">{escape(story.caption)} (Photo: Bo Sample)</p></div>
<div class="body">{one}<div class="ad">Advertisement</div>{two}
<div class="inline-related"><span>See also</span><a href="/r">737 cows on the motorway</a></div>{"".join(rest)}
<p class="editors-note">{escape(story.correction)}</p></div>
<div class="rating">Rate this article: 4.1 out of 5 (738 votes)</div>
<div class="tags">Tags: <a href="/t1">Tarn</a>, <a href="/t2">Top 739</a></div></div>
<div class="sidebar"><div class="box"><h3>Latest</h3><div><a href="/l1">741 flights cancelled</a><span>2 hours ago</span></div>
<div><a href="/l2">Team scores 742 points</a><span>3 hours ago</span></div></div></div></div>
<div class="footer">Copyright 2031 Coast Wire Ltd, 743 Quay Street. All rights reserved.</div></div></body></html>"""


def tables(story: Story) -> str:
    """A site of tables and line breaks, as they were built at first: its day stands only on the page."""
    body = "<br><br>\n".join(escape(paragraph) for paragraph in story.paragraphs)
    return f"""<HTML><HEAD><TITLE>{escape(story.title)}</TITLE></HEAD><BODY bgcolor="#ffffff">
<TABLE width="100%"><TR><TD colspan=3><A href="/"><IMG src="logo.gif" alt="Valley Courier"></A> Visitor no. 751</TD></TR><TR>
<TD valign=top width=120><A href="/n">News</A><BR><A href="/s">Sport</A><BR><A href="/a">Archive (752)</A><BR></TD>
<TD valign=top><H1>{escape(story.title)}</H1><SMALL>{story.day}</SMALL>
<P>{body}</P><P><I>{escape(story.correction)}</I></P>
<P><A href="/p">Printer version</A> | <A href="/m">Mail this to a friend (753)</A></P></TD>
<TD valign=top width=160><B>Elsewhere</B><BR><A href="/e1">754 lost in fog</A><BR><A href="/e2">Record of 755 metres</A></TD>
</TR><TR><TD colspan=3><FONT size=1>Best seen at 800 by 756. Questions? Mail us. 757 visits today.</FONT></TD></TR></TABLE>
</BODY></HTML>"""


def slides(story: Story) -> str:
    """A mobile page with a gallery, a cookie wall and a paywall note."""
    one, two, *rest = paragraphs(story)
    return f"""<!doctype html><html><head><meta charset="utf-8"><title>{escape(story.title)}</title>
<meta name="date" content="{story.day}"><meta name="application-name" content="Sela Post"></head><body>
<div id="cookie-consent" class="cookie-banner" role="dialog"><h2>Your privacy</h2><p>We and our 761 partners store and read
information on your device, for example 762 cookies, and process data such as your address for 763 days.</p>
<button>Accept all</button><button>Choose</button></div>
<div class="app"><div class="bar"><a href="/">Sela Post</a><a href="/live">Live 764</a></div>
<div role="main"><div class="article-head"><span class="kicker">Sela</span><h1>{escape(story.title)}</h1>
<div class="author">Cy Person</div><div class="stamp"><span>{story.day}</span> <span>765 views</span></div></div>
<div class="gallery"><div class="slide"><figure><img src="1.jpg"><figcaption>{escape(story.caption)}</figcaption></figure>
<span class="counter">1 / 766</span></div><div class="controls"><button>Previous</button><button>Next</button></div></div>
<div class="article-text">{one}{two}<div class="promo" data-type="teaser"><a href="/t"><h4>767 ideas for your garden</h4>
<p>Our reader has tried 768 of them.</p></a></div>{"".join(rest)}<p><small>{escape(story.correction)}</small></p></div>
<div class="paywall"><p>You have read 769 of 770 free articles this month. Subscribe for $771 a year.</p></div>
<div class="poll"><h3>Poll</h3><p>Do you agree?</p><ul><li>Yes 772</li><li>No 773</li></ul><p>774 votes</p></div></div>
<div class="more"><h3>More from Sela</h3><a href="/m1"><span>775 trees felled</span></a><a href="/m2"><span>776 jobs</span></a></div></div>
<footer><nav><a href="/c">Contact</a><a href="/j">Jobs (777)</a></nav></footer></body></html>"""


def blog(story: Story) -> str:
    """A weblog: the author's box, tags, related posts and comments below the text."""
    one, two, *rest = paragraphs(story)
    return f"""<!DOCTYPE html><html class="no-js"><head><meta charset="UTF-8"><title>{escape(story.title)} – Norham Notes</title>
<meta property="og:site_name" content="Norham Notes"><link rel="canonical" href="https://notes.example/{story.day[:4]}/x">
<meta property="article:published_time" content="{story.day}"></head>
<body class="single"><div id="page"><header id="masthead"><h2 class="site-title"><a href="/">Norham Notes</a></h2>
<p class="site-description">781 posts about Norham</p></header><div id="primary"><article class="post type-post hentry">
<header class="entry-header"><h1 class="entry-title">{escape(story.title)}</h1><div class="entry-meta">Posted on {story.day} by Di</div>
</header><div class="entry-content">{one}<figure class="wp-caption"><img src="a.png"><figcaption class="wp-caption-text">
{escape(story.caption)}</figcaption></figure>{two}{"".join(rest)}<p>{escape(story.correction)}</p>
<div class="sharedaddy"><h3>Share this:</h3><ul><li><a href="#">Mail (782)</a></li><li><a href="#">Print</a></li></ul></div>
<div class="jp-relatedposts"><h3>Related</h3><div><a href="/r1">783 steps to the tower</a><p>In "Norham"</p></div></div></div>
<footer class="entry-footer">Tagged <a href="/tag/a">plant</a>, <a href="/tag/b">784</a></footer></article>
<div class="author-box"><h4>About Di</h4><p>Di has written 785 posts and lives with 786 plants.</p></div>
<div id="comments"><h2>787 thoughts on “{escape(story.title)}”</h2><ol class="comment-list"><li class="comment"><p>I saw at least
788 people there, and 789 dogs, so I do not believe one word of it, whatever they say.</p></li><li class="comment"><p>Mine cost
$790 and it broke after 791 days, as I told them in my letter.</p></li></ol></div></div>
<aside id="secondary"><section class="widget"><h2>Archives</h2><ul><li><a href="/a">May (792)</a></li></ul></section></aside>
<footer id="colophon">Proudly written by 793 people.</footer></div></body></html>"""


def tabloid(story: Story) -> str:
    """A tabloid: bullets under the headline, teasers with pictures between the paragraphs, a widget of prices."""
    one, two, *rest = paragraphs(story, '<p class="text">')
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{escape(story.title)} | Daily Gull</title>
<meta name="author" content="Ed Person"><meta itemprop="datePublished" content="{story.day}T11:00:00Z">
<meta property="og:site_name" content="Daily Gull"></head><body>
<div class="masthead"><ul class="channels"><li><a href="/">Home</a></li><li><a href="/tv">TV</a></li></ul>
<div class="promo-strip"><a href="/w">Win $801,000!</a> <a href="/d">Save 802% on shoes</a></div></div>
<div id="content" class="article"><h1>{escape(story.title)}</h1><p class="author-section">By <a href="/ed">Ed Person</a></p>
<p class="byline-section">Published: 08:03, {story.day} | Updated: 09:04, {story.day}</p>
<div class="shareArticles"><ul><li>805<span>shares</span></li><li><a href="#comments">806<span>View comments</span></a></li></ul></div>
<div itemprop="articleBody">{one}<div class="related-carousel"><h3>RELATED ARTICLES</h3><ul><li><a href="/q"><img src="q.jpg">
<span>The 807 secrets of his garden</span></a><div class="share-count">Share 808 shares</div></li><li><a href="/z">
<span>She ate 809 eggs</span></a></li></ul></div>{two}<div class="artSplitter"><img src="b.jpg">
<p class="imageCaption">{escape(story.caption)}</p></div>{"".join(rest)}
<p class="text">{escape(story.correction)}</p></div>
<div class="fff-pc"><h4>Today's prices</h4><table><tr><th>Shop</th><th>Price</th></tr><tr><td>Gull</td><td>$810</td></tr></table></div>
<div class="reader-comments"><h3>Comments 811</h3><p>The comments below have not been moderated.</p></div></div>
<div class="rail"><h3>MOST WATCHED NEWS VIDEOS</h3><ul><li><a href="/v1">Moment 812 birds fall</a></li></ul></div>
<div class="page-footer">Published by Gull Ltd. Part of the 813 group.</div></body></html>"""


def blocks(s: Story) -> str:
    """A weblog of blocks: an appeal, a pull quote and latest posts between the paragraphs."""
    a, b, *r = paragraphs(s)
    return f"""<!doctype html><html lang=en><head><meta charset=utf-8><title>{s.title} - Norland Today</title><meta property="og:site_name" content="Norland Today"><meta property="article:published_time" content="{s.day}T08:00:00+00:00"></head>
<body class="wp-singular"><header class="wp-block-template-part"><nav class="wp-block-navigation"><ul><li><a href=/a>World</a></li><li><a href=/b>Deals 701</a></li></ul></nav></header>
<main class="wp-block-group"><h1 class="wp-block-post-title">{s.title}</h1><div class="wp-block-post-date"><time datetime="{s.day}">{s.day}</time></div><div class="wp-block-post-author">By Ann · 702 posts</div>
<div class="entry-content wp-block-post-content">{a}<figure class="wp-block-image"><img src=x.jpg><figcaption class="wp-element-caption">{s.caption}</figcaption></figure>{b}
<div class="wp-block-group is-style-promo"><h3>Support us</h3><p>More than 703 readers gave $704 last month. Will you be the next one to help us?</p></div>
<blockquote class="wp-block-pullquote"><p>{escape(s.paragraphs[0])}</p></blockquote>{"".join(r)}<ul class="wp-block-latest-posts"><li><a href=/1>Train hits 705 cows</a></li><li><a href=/2>Rates rise to 706%</a></li></ul>
<p class="has-small-font-size">{escape(s.correction)}</p><div class="sharedaddy sd-sharing"><a>Share (707)</a></div><div class="wpulike"><span>708</span> likes</div></div></main>
<div class="wp-block-comments"><h2>709 responses</h2><ol><li><p>I counted 710 people there and nobody from the paper, so where do you get the numbers from?</p></li></ol></div><footer><p>Designed with WordPress. 711 Main Street.</p></footer></body></html>"""


def live(s: Story) -> str:
    """A live page: every update an article of its own with a clock."""
    posts = "".join(
        f'<article class="live-post" id="p{i}"><time datetime="{s.day}T1{i}:0{i}">1{i}:0{i}</time><h2>As it happened</h2>{p}<div class="post-share">71{i} shares</div></article>'
        for i, p in enumerate(paragraphs(s), 2)
    )
    return f"""<!doctype html><html><head><title>Live: {s.title} | Tarn Live</title><meta property="og:site_name" content="Tarn Live"><script type="application/ld+json">{{"@type":"LiveBlogPosting","headline":"{s.title}","datePublished":"{s.day}T10:00:00Z"}}</script></head><body><header><a href=/>Tarn Live</a> <span>721 watching</span></header><main><h1>{s.title}</h1><figure><img src=a.jpg><figcaption>{s.caption}</figcaption></figure><div class="live-stream">{posts}</div><p class=summary>{escape(s.correction)}</p></main><aside class="rail"><h3>Trending</h3><ol><li><a href=/a>731 people you should follow</a></li></ol></aside></body></html>"""


def amp(s: Story) -> str:
    """A page for phones: custom elements, its caption outside the text."""
    a, b, *r = paragraphs(s)
    return f"""<!doctype html><html amp lang=en><head><meta charset=utf-8><title>{s.title}</title><link rel=canonical href="https://gull.example/{s.day}/x"><script type="application/ld+json">{{"@context":"http://schema.org","@type":"NewsArticle","headline":"{s.title}","datePublished":"{s.day}","publisher":{{"@type":"Organization","name":"Gull Phone"}}}}</script></head><body><amp-sidebar id=s><ul><li><a href=/>Home 741</a></li></ul></amp-sidebar><header><h1>{s.title}</h1><amp-social-share></amp-social-share></header><amp-img src=x></amp-img><div class=caption>{s.caption}</div><div class="amp-wp-article-content">{a}<amp-ad>Ad 742</amp-ad>{b}<amp-embed type=taboola>743 tricks</amp-embed><p><b>READ ALSO:</b> <a href=/z>Bear eats 744 cakes</a></p>{"".join(r)}<p><i>{escape(s.correction)}</i></p></div><section class=recommended><h2>You may like</h2><p><a href=/q>745 best beaches</a></p></section><amp-consent><p>We and our 746 partners use cookies on your device to show you ads.</p></amp-consent></body></html>"""


def agency(s: Story) -> str:
    """An agency: paragraphs are divisions, cards below them tell of other stories."""
    body = "\n".join(
        f'<div class="Paragraph-{i}" data-testid="paragraph-{i}">{escape(p)}</div>' for i, p in enumerate(s.paragraphs)
    )
    return f"""<!DOCTYPE html><html><head><title>{s.title} | Orsa Wire</title><meta name="DC.date.issued" content="{s.day}"><meta property="og:site_name" content="Orsa Wire"></head><body><div id="__next"><div class="Header-x1"><div class="Ticker-q"><span>TSX</span><span>751.22</span><span>+7.52%</span></div></div><div class="Layout-z"><div class="ArticleHeader-a"><h1 class="Heading-h">{s.title}</h1><span class="AuthorByline">By Bo Sample</span><span class="DateLine">{s.day} · Updated 753 min ago</span></div><div class="Slideshow-s"><div class="Counter-c">[1/754]</div><p class="Caption-p">{s.caption} REUTERS/Ann Example</p></div><div class="ArticleBody-b">{body}</div><p class="SignOff">Reporting by Bo Sample; editing by Cy Person</p><p class="Attr">Our Standards.</p><p class="correction">{escape(s.correction)}</p></div><div class="ReadNext-r"><div class="Card"><a href=/1><span>Bank fined $756 million</span></a><p>A court in Orsa fined the bank on Monday for 757 breaches, it said.</p></div></div></div></div></body></html>"""


SITES: Mapping[str, Callable[[Story], str]] = {
    "Tarn Herald": semantic,
    "Coast Wire": soup,
    "tables": tables,
    "Sela Post": slides,
    "Norham Notes": blog,
    "Daily Gull": tabloid,
    "Norland Today": blocks,
    "Tarn Live": live,
    "Gull Phone": amp,
    "Orsa Wire": agency,
}
