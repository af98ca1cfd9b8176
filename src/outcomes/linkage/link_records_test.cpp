// SPDX-License-Identifier: Apache-2.0
#include "outcomes/linkage/link_records.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"
#include "exchange/toml.hpp"
#include "outcomes/linkage/problems.hpp"

namespace smm::outcomes::linkage {
namespace {

base::Result<LinkConfig> config_of(const std::string& text) {
  const auto document = exchange::parse_toml(text, "link.toml");
  EXPECT_TRUE(document.ok());
  return read_link_config(*document);
}

constexpr const char* persons_config =
    "id = \"id\"\n"
    "[[compare]]\ncolumn = \"first\"\nas = \"name\"\nswapped_with = \"last\"\n"
    "[[compare]]\ncolumn = \"last\"\nas = \"name\"\nswapped_with = \"first\"\n"
    "[[compare]]\ncolumn = \"born\"\nas = \"date\"\n";

// Invented persons: every third one stands twice, with a slip in the copy.
struct Persons {
  base::Table table{"persons.csv", {"id", "first", "last", "born"}, {}};
  std::size_t copies = 0;

  explicit Persons(std::size_t count) {
    base::Random random(4);
    const auto word = [&](std::size_t letters) {
      std::string text;
      for (std::size_t i = 0; i < letters; ++i) text += static_cast<char>('a' + random.below(26));
      return text;
    };
    std::vector<std::string> firsts, lasts;
    for (int i = 0; i < 60; ++i) firsts.push_back(word(6));
    for (int i = 0; i < 200; ++i) lasts.push_back(word(8));
    for (std::size_t i = 0; i < count; ++i) {
      std::string first = firsts[random.below(60)], last = lasts[random.below(200)];
      const std::string born = std::to_string(1950 + random.below(50)) + "-" +
                               std::to_string(10 + random.below(3)) + "-" +
                               std::to_string(10 + random.below(18));
      add("p" + std::to_string(i), first, last, born);
      if (i % 3 != 0) continue;
      ++copies;
      if (i % 2 == 0)
        std::swap(first, last);
      else
        last[3] = 'x';
      add("c" + std::to_string(i), first, last, born);
    }
  }

  void add(const std::string& id, const std::string& first, const std::string& last,
           const std::string& born) {
    table.rows.push_back({static_cast<int>(table.rows.size()) + 2, {id, first, last, born}});
  }
};

TEST(LinkWithin, FindsCopies) {
  const Persons persons(600);
  const auto file = records_of(persons.table, "id");
  ASSERT_TRUE(file.ok());
  const auto config = config_of(persons_config);
  ASSERT_TRUE(config.ok());
  const auto linked = link_within(*file, *config, {}, {});
  ASSERT_TRUE(linked.ok());
  std::size_t found = 0, wrong = 0;
  for (const RecordPair& pair : linked->pairs) {
    if (pair.probability < 0.5) continue;
    const bool right = file->ids[pair.left].substr(1) == file->ids[pair.right].substr(1);
    (right ? found : wrong) += 1;
  }
  EXPECT_GE(found, persons.copies - 6);
  // Of about two hundred. Those few are namesakes of a swapped copy: the two names of a swap count as two
  // agreements, though one follows from the other.
  EXPECT_LE(wrong, 5u);
  EXPECT_TRUE(linked->convergence.converged);
}

TEST(LinkWithin, DoesNotDependOnThreads) {
  const Persons persons(200);
  const auto file = records_of(persons.table, "id");
  const auto config = config_of(persons_config);
  const auto one = link_within(*file, *config, {}, {1, 1}), three = link_within(*file, *config, {}, {3, 1});
  ASSERT_EQ(one->pairs.size(), three->pairs.size());
  for (std::size_t i = 0; i < one->pairs.size(); ++i)
    EXPECT_EQ(one->pairs[i].probability, three->pairs[i].probability);
}

TEST(LinkRecords, OneToOneKeepsTheLikelierOfTwo) {
  base::Table left{"l.csv", {"id", "first", "last", "born"}, {}}, right = left;
  const Persons persons(300);
  for (const base::TableRow& row : persons.table.rows) {
    if (row.cells[0][0] == 'p') left.rows.push_back(row);
    if (row.cells[0][0] == 'p') right.rows.push_back(row);
  }
  base::TableRow twin = right.rows.front();
  twin.cells[0] = "twin";
  twin.cells[3] = "1999-12-31";
  right.rows.push_back(twin);
  const auto linked =
      link_records(*records_of(left, "id"), *records_of(right, "id"), *config_of(persons_config), {}, {});
  ASSERT_TRUE(linked.ok());
  double of_first = 0;
  for (const RecordPair& pair : linked->pairs) {
    if (pair.left != 0) continue;
    of_first += pair.probability;
    if (pair.probability > 0.5) {
      EXPECT_EQ(pair.right, 0u);
    }
  }
  EXPECT_GT(of_first, 0.9);
  EXPECT_LE(of_first, 1 + 1e-9);
}

// A word that only two records share says more than the same likeness by common words.
TEST(LinkRecords, AWordOfItsOwnDecidesBetweenTexts) {
  base::Table left{"l.csv", {"id", "title"}, {}}, right{"r.csv", {"id", "title"}, {}};
  const char* kinds[] = {"washing machine white", "television flat black", "radio portable silver"};
  const char* sizes[] = {"large", "small", "new edition"};
  for (int i = 0; i < 90; ++i) {
    const std::string number = "x" + std::to_string(1000 + 7 * i), id = std::to_string(i);
    left.rows.push_back({i + 2, {id, std::string(kinds[i % 3]) + " " + number}});
    right.rows.push_back({i + 2, {id, std::string(kinds[i % 3]) + " " + sizes[i % 2] + " " + number}});
  }
  const auto config = config_of("id = \"id\"\n[[compare]]\ncolumn = \"title\"\nas = \"text\"\n");
  const auto linked = link_records(*records_of(left, "id"), *records_of(right, "id"), *config, {}, {});
  ASSERT_TRUE(linked.ok());
  std::size_t found = 0;
  for (const RecordPair& pair : linked->pairs) {
    if (pair.probability >= 0.5) {
      EXPECT_EQ(pair.left, pair.right);
      ++found;
    }
  }
  EXPECT_GE(found, 88u);
}

TEST(LinkConfig, NamesWhatIsWrong) {
  EXPECT_EQ(config_of("id = \"id\"\n").problems().front().code, problem::linkage_bad_comparison.code);
  const auto kind = config_of("id = \"id\"\n[[compare]]\ncolumn = \"a\"\nas = \"nam\"\n");
  ASSERT_FALSE(kind.ok());
  EXPECT_EQ(kind.problems().front().code, problem::linkage_bad_comparison.code);
  EXPECT_EQ(kind.problems().front().place.line, 4);
  EXPECT_FALSE(config_of("id = \"id\"\nkeep = 2\n[[compare]]\ncolumn = \"a\"\nas = \"name\"\n").ok());
  EXPECT_FALSE(
      config_of("id = \"id\"\n[[compare]]\ncolumn = \"a\"\nas = \"name\"\nswapped_with = \"b\"\n").ok());
}

TEST(RecordFile, RefusesIdsThatAreMissingOrRepeated) {
  const base::Table table{"a.csv", {" id", "x"}, {{2, {"1", "a"}}, {3, {"", "b"}}, {4, {"1", "c"}}}};
  const auto read = records_of(table, "id");
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.problems().size(), 2u);
  EXPECT_EQ(read.problems()[0].code, problem::linkage_missing_id.code);
  EXPECT_EQ(read.problems()[1].code, problem::linkage_repeated_id.code);
  EXPECT_EQ(records_of({"a.csv", {"id"}, {}}, "id").problems()[0].code, problem::linkage_no_records.code);
  EXPECT_EQ(records_of(table, "no").problems()[0].code, problem::linkage_column_missing.code);
}

TEST(RecordFile, ReadsLatin1) {
  EXPECT_EQ(as_utf8("caf\xE9"), "caf\xC3\xA9");
  EXPECT_EQ(as_utf8("caf\xC3\xA9"), "caf\xC3\xA9");
}

TEST(Clusters, JoinByTheMeanOfTheirPairs) {
  // 0-1-2 all agree; 2-3 agree, but 3 was never compared with 0 and 1; 4-5 are below the bar.
  const std::vector<RecordPair> pairs = {{0, 1, 0.99}, {0, 2, 0.99}, {1, 2, 0.99}, {2, 3, 0.7}, {4, 5, 0.4}};
  EXPECT_EQ(clusters_of(pairs, 6, 0.5), (std::vector<std::uint32_t>{0, 0, 0, 3, 4, 5}));
}

}  // namespace
}  // namespace smm::outcomes::linkage
