// Uses the installed library as a stranger would; says nothing where all is well.
#include <cstdio>

#include "amends/pack/core_pack.h"
#include "amends/text/analyzer.h"

int main() {
  using namespace amends;
  if (pack::CoreFiles().empty()) return 1;
  const text::Tables tables;
  const text::Verbs verbs(tables);
  text::Vocabulary vocabulary;
  const text::Analyzer analyzer(tables, verbs, vocabulary, {});
  const text::Text read = analyzer.Analyze("I am sorry. We were late.");
  std::printf("%zu sentences\n", read.sentences.size());
  return read.sentences.size() == 2 ? 0 : 1;
}
