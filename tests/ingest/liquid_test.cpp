// Liquid runs before Markdown: what its blocks mean for the text between them.
#include "ingest/parsed.hpp"
#include "support/catch.hpp"

using namespace galpi;

namespace {

struct Row {
  std::string body;
  std::string blocks;
  std::string codes;
};

void check(const Row& row) {
  INFO(row.body);
  const auto parsed = tests::parse_body(row.body);
  CHECK(tests::show(parsed.post) == row.blocks);
  CHECK(parsed.codes() == row.codes);
  CHECK(tests::faults_of(parsed.post) == "");
}

}  // namespace

TEST_CASE("a highlight block is code", "[ingest]") {
  const Row rows[] = {
      {"앞\n{% highlight python %}\n# 1. [논문](https://arxiv.org/abs/2401.00001)\nx = *1*\n"
       "{% endhighlight %}\n뒤\n",
       "앞\ncode: [python] # 1. [논문](https://arxiv.org/abs/2401.00001)\\nx = *1*\n뒤\n", ""},
      {"{% highlight c++ linenos %}\nint x;\n{% endhighlight %}\n", "code: [c++] int x;\n", ""},
      {"{%- highlight text -%}\n하나\n\n둘\n{%- endhighlight -%}\n", "code: [text] 하나\\n\\n둘\n",
       ""},
      {"{%highlight sh%}ls -l{%endhighlight%}\n", "code: [sh] ls -l\n", ""},
      {"앞 {% highlight sh %}ls{% endhighlight %} 뒤\n", "앞\ncode: [sh] ls\n뒤\n", ""},
      {"{% highlight md %}\n```\n안\n```\n{% endhighlight %}\n", "code: [md] ```\\n안\\n```\n", ""},
      {"{% highlight sh %}\nls\n  {% endhighlight %}\n뒤\n", "code: [sh] ls\n뒤\n", ""},
      {"{% highlight sh %}\nls {% endhighlight %}\n뒤\n", "code: [sh] ls\n뒤\n", ""},
      {"{% highlight sh %}{% endhighlight %}뒤\n", "뒤\n", ""},
      {"- 하나\n  {% highlight sh %}\n  ls\n  {% endhighlight %}\n- 둘\n",
       "list:\n  item:\n    하나\n    code: [sh] ls\n  item: 둘\n", ""},
      {"- 하나\n  {% highlight sh %}\nls\n{% endhighlight %}\n- 둘\n",
       "list:\n  item:\n    하나\n    code: [sh] ls\n  item: 둘\n", ""},
      {"> {% highlight sh %}\n> ls\n> {% endhighlight %}\n> 뒤\n",
       "quote:\n  code: [sh] ls\n  뒤\n", ""},
      {"<div>\n{% highlight sh %}\nls\n{% endhighlight %}\n</div>\n", "code: [sh] ls\n", ""},
      // Not a highlight block: code that shows one, and one that is never closed.
      {"```\n{% highlight sh %}\nls\n{% endhighlight %}\n```\n",
       "code: {% highlight sh %}\\nls\\n{% endhighlight %}\n", ""},
      {"{% highlight sh %}\nls\n", "ls\n", "fence-unclosed liquid-tag"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("within raw, braces are text and Markdown is Markdown", "[ingest]") {
  const Row rows[] = {
      {"앞 {% raw %}{{ 값 }} *강조* {% if %}{% endraw %} 뒤\n",
       "앞 {{ 값 }} 강조 {% if %} 뒤 <emphasis|강조>\n", "liquid-tag"},
      {"{% raw %}\n`{{ a }}`와 [가]({{b}}/c)\n{% endraw %}\n끝 {{ d }}\n",
       "{{ a }}와 가 <code|{{ a }}> <link {{b}}/c|가>\n끝\n", "liquid-tag liquid-tag"},
      {"```\n{% raw %}\n{{ a }}\n{% endraw %}\n```\n", "code: {{ a }}\n", "liquid-tag"},
      {"{% raw %}\n```\n{{ a }}\n```\n{% endraw %}\n", "code: {{ a }}\n", "liquid-tag"},
      {"`{% raw %}{{ a }}{% endraw %}`\n", "{{ a }} <code|{{ a }}>\n", "liquid-tag"},
      {"{% highlight html %}{% raw %}\n<b>{{ a }}</b>\n{% endraw %}{% endhighlight %}\n",
       "code: [html] <b>{{ a }}</b>\n", "liquid-tag"},
      {"{% raw %}{% highlight sh %}{% endhighlight %}{% endraw %}\n",
       "{% highlight sh %}{% endhighlight %}\n", "liquid-tag"},
      {"    {% raw %}{{ a }}{% endraw %}\n", "code: {{ a }}\n", "liquid-tag"},
      // Never closed: the tag is one like any other, and what is in braces is Liquid's.
      {"{% raw %} {{ a }} 끝\n", "끝\n", "liquid-tag liquid-tag"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("comments of Liquid are left out however they are spaced", "[ingest]") {
  check({"앞\n{%- comment -%}\n# 숨은 제목\n{%- endcomment -%}\n뒤\n", "앞\n뒤\n",
         "comment-removed"});
  check({"앞 {%comment%}숨은 말{%endcomment%} 뒤\n", "앞 뒤\n", "comment-removed"});
  check({"{% comment %}\n글\n", "글\n", "comment-unclosed liquid-tag"});
}
