// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>

#include "base/random.hpp"
#include "outcomes/linkage/folded_text.hpp"
#include "outcomes/linkage/jaro_winkler.hpp"
#include "outcomes/linkage/nicknames.hpp"
#include "outcomes/linkage/person_name.hpp"
#include "outcomes/linkage/similar_names.hpp"

namespace smm::outcomes::linkage {
namespace {

TEST(FoldedText, KeepsLettersAndDigits) {
  EXPECT_EQ(folded("  O'Brien-SMITH,  Jr. "), "obrien smith jr");
  EXPECT_EQ(folded("Muñoz Żółć"), "munoz zolc");
  EXPECT_EQ(folded("Größe Ægir"), "grosse aegir");
  EXPECT_EQ(folded("Nguyễn Đặng"), "nguyen dang");
  EXPECT_EQ(folded("Горбачёв"), "gorbachev");
  EXPECT_EQ(folded("Σωκράτης"), "sokr\xCE\xACtis");  // an accented Greek letter stays as it is
  EXPECT_EQ(folded("Zoe\xCC\x88"), "zoe");           // a mark of its own
  EXPECT_EQ(folded("A\xFF"
                   "B"),
            "ab");  // no UTF-8
}

TEST(PersonName, PartsOfDoubleSurnames) {
  const Surname name = surname_of("García-López");
  EXPECT_EQ(name.whole, "garcialopez");
  EXPECT_EQ(name.parts, (std::vector<std::string>{"garcia", "lopez"}));
  const Surname particle = surname_of("de la Cruz III");
  EXPECT_EQ(particle.whole, "delacruz");
  EXPECT_EQ(particle.parts, (std::vector<std::string>{"cruz"}));
  EXPECT_EQ(particle.generation, Generation::third);
  EXPECT_TRUE(surname_of("Smith").parts.empty());
  EXPECT_EQ(surname_of("Senior").whole, "senior");
}

TEST(PersonName, GivenNames) {
  const GivenName name = given_name_of("Mary Ann");
  EXPECT_EQ(name.first, "mary");
  EXPECT_EQ(name.whole, "maryann");
  EXPECT_EQ(name.rest, "ann");
  EXPECT_EQ(given_name_of(" J. ").first, "j");
  EXPECT_EQ(given_name_of("").first, "");
}

TEST(Nicknames, GoBothWays) {
  const Nicknames names({{"william", "bill"}, {"william", "will"}, {"robert", "bob"}});
  EXPECT_TRUE(names.related("bill", "william"));
  EXPECT_TRUE(names.related("william", "bill"));
  EXPECT_TRUE(names.related("bill", "will"));
  EXPECT_FALSE(names.related("bob", "william"));
  EXPECT_FALSE(names.related("bill", "bill"));
}

TEST(JaroWinkler, KnownValues) {
  EXPECT_NEAR(NamePattern("martha").jaro_winkler("marhta"), 0.9611, 5e-5);
  EXPECT_NEAR(NamePattern("dwayne").jaro_winkler("duane"), 0.84, 5e-5);
  EXPECT_NEAR(NamePattern("dixon").jaro_winkler("dicksonx"), 0.8133, 5e-5);
  EXPECT_EQ(NamePattern("").jaro_winkler(""), 1);
  EXPECT_EQ(NamePattern("a").jaro_winkler(""), 0);
}

std::string random_name(base::Random& random, std::size_t letters, unsigned alphabet) {
  std::string name;
  for (std::size_t i = 0; i < letters; ++i) name += static_cast<char>('a' + random.below(alphabet));
  return name;
}

TEST(JaroWinkler, BitsAgreeWithTheDefinition) {
  base::Random random(7);
  for (int round = 0; round < 20000; ++round) {
    const std::string one =
        random_name(random, random.below(70), 2 + static_cast<unsigned>(random.below(10)));
    const std::string other = random_name(random, random.below(70), 5);
    ASSERT_EQ(NamePattern(one).jaro_winkler(other), jaro_winkler_plainly(one, other)) << one << ' ' << other;
  }
}

TEST(WithinOneEdit, AgreesWithTheDistance) {
  base::Random random(8);
  int within = 0;
  for (int round = 0; round < 50000; ++round) {
    const std::string one = random_name(random, random.below(6), 3);
    const std::string other = random_name(random, random.below(6), 3);
    ASSERT_EQ(within_one_edit(one, other), edit_distance(one, other) <= 1) << one << ' ' << other;
    within += within_one_edit(one, other);
  }
  EXPECT_GT(within, 1000);
}

TEST(LetterSignature, NeverFallsShort) {
  base::Random random(9);
  for (int round = 0; round < 50000; ++round) {
    const std::string one =
        random_name(random, 1 + random.below(14), 4 + static_cast<unsigned>(random.below(8)));
    const std::string other = random_name(random, 1 + random.below(14), 6);
    std::array<int, 256> left{};
    unsigned common = 0;
    for (const char c : one) ++left[static_cast<unsigned char>(c)];
    for (const char c : other) common += left[static_cast<unsigned char>(c)]-- > 0;
    const LetterSignature a = signature_of(one), b = signature_of(other);
    const auto bound = static_cast<unsigned>(std::popcount(a.bits & b.bits)) + std::min(a.crowded, b.crowded);
    ASSERT_GE(bound, common) << one << ' ' << other;
    const double similarity = jaro_winkler_plainly(one, other);
    if (similarity <= 0.85) continue;
    ASSERT_LE(common_letters_needed(one.size(), other.size(), one[0] == other[0] ? 4 : 0, similarity),
              common);
  }
}

TEST(LetterSignature, EveryWayOfScanningAgrees) {
  base::Random random(10);
  std::vector<std::uint64_t> all;
  for (int i = 0; i < 1003; ++i)
    all.push_back(signature_of(random_name(random, 1 + random.below(12), 26)).bits);
  for (unsigned least = 0; least < 8; ++least) {
    std::vector<std::uint32_t> portable;
    scan_signatures(all, all[17], least, portable, ScanWay::portable);
    EXPECT_FALSE(portable.empty());
    for (const ScanWay way : {ScanWay::avx2, ScanWay::avx512, ScanWay::fastest}) {
      if (!machine_has(way)) continue;
      std::vector<std::uint32_t> found;
      scan_signatures(all, all[17], least, found, way);
      EXPECT_EQ(found, portable);
    }
  }
}

TEST(NameSearch, FindsWhatComparingEachPairFinds) {
  base::Random random(11);
  std::vector<std::string> names, wanted;
  for (int i = 0; i < 1500; ++i) names.push_back(random_name(random, random.below(9), 5));
  for (int i = 0; i < 300; ++i) wanted.push_back(random_name(random, random.below(9), 5));
  const NameSearch search({names.begin(), names.end()});
  const auto found = search.similar({wanted.begin(), wanted.end()}, 2);
  std::size_t pairs = 0;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    std::vector<SimilarName> expected;
    for (std::uint32_t j = 0; j < names.size(); ++j) {
      const Spelling spelling = spelling_of(wanted[i], names[j]);
      if (names[j].empty() || wanted[i].empty()) continue;
      if (spelling == Spelling::near || spelling == Spelling::alike) expected.push_back({j, spelling});
    }
    ASSERT_EQ(found[i], expected) << wanted[i];
    pairs += expected.size();
  }
  EXPECT_GT(pairs, 1000u);
}

}  // namespace
}  // namespace smm::outcomes::linkage
