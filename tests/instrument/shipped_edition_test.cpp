// SPDX-License-Identifier: Apache-2.0
// The edition that ships, content/instruments/smm-2026: it is sound, within its limits of time and words, and
// covers the reviewed list of indicators where that lies beside the tree ($SMM_SHARED/catalog/indicators.csv,
// or ../shared/...).
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <regex>
#include <set>

#include "edition_folder.hpp"
#include "exchange/csv.hpp"
#include "instrument/answering_time.hpp"
#include "instrument/item.hpp"

namespace smm::instrument {
namespace {

constexpr const char* shipped_folder = "content/instruments/smm-2026";

const base::Result<Edition>& shipped() {
  static const base::Result<Edition> edition = test::load_folder(test::read_folder(shipped_folder));
  return edition;
}

class ShippedEdition : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(shipped().ok()) << to_string(shipped().problems().front()); }
  const Edition& edition() const { return *shipped(); }
};

TEST(ShippedEditionFolder, LoadsWithoutProblems) {
  std::string problems;
  if (!shipped()) {
    for (const base::Problem& problem : shipped().problems()) problems += to_string(problem) + "\n";
  }
  EXPECT_EQ(problems, "");
}

// Until it is published nothing keeps it from changing; from then on the lock does, and a lock beside a draft
// would be a mistake.
TEST_F(ShippedEdition, IsLockedExactlyWhenPublished) {
  const bool locked = test::read_folder(shipped_folder).contains("edition.lock");
  EXPECT_EQ(edition().published, locked);
}

TEST_F(ShippedEdition, HasTheDomainsAndAreasOfItsDesign) {
  std::map<std::string, std::vector<std::string>> areas;
  for (const Domain& domain : edition().domains) {
    for (const std::size_t area : domain.areas) areas[domain.id].push_back(edition().sections[area].id);
  }
  const std::map<std::string, std::vector<std::string>> design = {
      {"education", {"curriculum", "community-training", "service-learning"}},
      {"community", {"community-collaborations", "pathway-programs"}},
      {"governance", {"mission", "leadership", "accountability"}},
      {"access", {"admissions", "student-diversity", "student-support", "faculty-diversity"}},
      {"culture", {"climate", "student-activism", "faculty-activism"}},
      {"research", {"research"}}};
  EXPECT_EQ(areas, design);
}

TEST_F(ShippedEdition, HasEightyIndicatorsGiveOrTakeThree) {
  const auto scored = std::count_if(edition().items.begin(), edition().items.end(),
                                    [](const Item& item) { return item.scored == Scored::yes; });
  EXPECT_GE(scored, 77);
  EXPECT_LE(scored, 83);
}

TEST_F(ShippedEdition, HasThreeIndicatorsOrMoreForEveryAreaAndProgram) {
  for (const Section& area : edition().sections) {
    if (area.kind != SectionKind::area) continue;
    for (std::size_t programme = 0; programme < edition().programmes.size(); ++programme) {
      const auto counts = [&](std::size_t position) {
        const Item& item = edition().items[position];
        return item.scored == Scored::yes && (item.programmes >> programme & 1u) != 0;
      };
      EXPECT_GE(std::count_if(area.items.begin(), area.items.end(), counts), 3)
          << area.id << " for " << edition().programmes[programme].id;
    }
  }
}

TEST_F(ShippedEdition, GivesTenPointsForEveryIndicator) {
  for (const Item& item : edition().items) {
    EXPECT_EQ(full_points(item), item.scored == Scored::no ? 0 : 10) << item.id;
  }
}

TEST_F(ShippedEdition, AsksEachProgramWithinItsMinutes) {
  for (std::size_t i = 0; i < edition().programmes.size(); ++i) {
    const auto packets = packet_times(edition(), questionnaire_for(edition(), i));
    const PacketTime total = total_time(packets);
    std::printf("%-12s %5.1f minutes, %d items, %d numbers\n", edition().programmes[i].id.c_str(),
                total.answering, total.items, total.numbers);
    EXPECT_LE(total.answering, edition().programmes[i].id == "nursing_adn" ? 60 : 90);
  }
}

TEST_F(ShippedEdition, PrintsAtMost130WordsForAnItem) {
  for (std::size_t i = 0; i < edition().programmes.size(); ++i) {
    for (const QuestionnaireItem& entry : questionnaire_for(edition(), i, true).items)
      EXPECT_LE(printed_words(entry.item), 130u) << entry.item.id << " for " << edition().programmes[i].id;
  }
}

TEST(ShippedEditionFolder, HoldsNoPlaceholders) {
  const std::regex placeholder(
      R"((\b(todo|tbd|fixme|tba|lorem|ipsum|placeholder|foo|to be (done|written|determined|added))\b|xxx|\?\?\?|\.\.\.\.))",
      std::regex::icase);
  for (const auto& [path, bytes] : test::read_folder(shipped_folder)) {
    std::smatch found;
    EXPECT_FALSE(std::regex_search(bytes, found, placeholder)) << path << ": " << found.str();
  }
}

// The words of the reviewed list, in the order of its columns.
struct CatalogueRow {
  std::string area, id, type, kind;
  std::set<std::string> programmes;
  bool legal = false;
  bool scored = false;
};

std::filesystem::path catalogue_path() {
  const char* shared = std::getenv("SMM_SHARED");
  return std::filesystem::path(shared != nullptr ? shared : "../shared") / "catalog/indicators.csv";
}

std::set<std::string> programme_ids(const Edition& edition, const std::string& cell) {
  std::set<std::string> ids;
  if (cell == "all") {
    for (const Programme& programme : edition.programmes) ids.insert(programme.id);
    return ids;
  }
  std::istringstream parts(cell);
  for (std::string id; std::getline(parts, id, ';');) ids.insert(id);
  return ids;
}

std::vector<CatalogueRow> catalogue(const Edition& edition) {
  const std::string bytes = test::bytes_of_file(catalogue_path());
  const auto table = exchange::read_table(bytes, "indicators.csv");
  std::vector<CatalogueRow> rows;
  for (const base::TableRow& row : table.value().rows) {
    const auto cell = [&](const char* name) { return row.cells.at(table->column(name).value()); };
    rows.push_back({cell("area"), cell("indicator"), cell("item_type"), cell("kind"),
                    programme_ids(edition, cell("programmes")), cell("legal") == "1",
                    cell("scored_by_default") == "1"});
  }
  return rows;
}

std::set<std::string> programmes_of(const Edition& edition, const Item& item) {
  std::set<std::string> ids;
  for (std::size_t i = 0; i < edition.programmes.size(); ++i) {
    if ((item.programmes >> i & 1u) != 0) ids.insert(edition.programmes[i].id);
  }
  return ids;
}

TEST_F(ShippedEdition, HoldsEveryIndicatorOfTheReviewedList) {
  if (!std::filesystem::exists(catalogue_path()))
    GTEST_SKIP() << "NOT CHECKED: there is no " << catalogue_path() << "; set SMM_SHARED";
  const std::vector<CatalogueRow> rows = catalogue(edition());
  EXPECT_GE(rows.size(), 80u);
  for (const CatalogueRow& row : rows) {
    SCOPED_TRACE(row.id);
    const auto position = edition().item(row.id);
    ASSERT_TRUE(position.has_value());
    const Item& item = edition().items[*position];
    EXPECT_EQ(edition().sections[item.section].id, row.area);
    EXPECT_EQ(to_string(item.type), row.type);
    EXPECT_EQ(to_string(item.kind), row.kind);
    EXPECT_EQ(programmes_of(edition(), item), row.programmes);
    EXPECT_TRUE(!row.legal || !item.legal.empty()) << "needs a note for counsel";
    EXPECT_EQ(item.scored == Scored::yes, row.scored);
  }
}

TEST_F(ShippedEdition, NamesOnlyMeasuresThatExist) {
  const auto path = catalogue_path().parent_path() / "measures.csv";
  if (!std::filesystem::exists(path))
    GTEST_SKIP() << "NOT CHECKED: there is no " << path << "; set SMM_SHARED";
  const std::string measures = test::bytes_of_file(path);
  for (const Item& item : edition().items) {
    EXPECT_NE(measures.find(item.measure), std::string::npos) << item.id;
  }
}

}  // namespace
}  // namespace smm::instrument
