// SPDX-License-Identifier: Apache-2.0
// Every number of a report's JSON, made a second time from the raw answers and the release alone: own scores
// by the oracle of tests/scoring, which shares nothing with the program; figures of others from the rows of
// the release. And the schema that is published for it.
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <regex>

#include "base/document_reader.hpp"
#include "exchange/json.hpp"
#include "json_shape.hpp"
#include "report/report_json.hpp"
#include "seven_schools.hpp"
#include "sheet_oracle.hpp"

namespace smm::test {
namespace {

using base::Document;
using benchmark::NormLevel;

const Document& at(const Document& document, const std::string& key) {
  const Document* found = document.find(key);
  if (found == nullptr) throw std::runtime_error("no " + key);
  return *found;
}

std::string text_at(const Document& document, const std::string& key) {
  const Document& value = at(document, key);
  return value.is_null() ? "null" : value.scalar()->text;
}

std::optional<double> number_at(const Document& document, const std::string& key) {
  if (at(document, key).is_null()) return std::nullopt;
  return base::parse_decimal(text_at(document, key));
}

Document json_of(const std::string& text) {
  return exchange::parse_json(text, "report.json").value();
}

using OracleScores = std::map<std::string, OracleScore>;

// A second reading of one school of the invented round.
class SecondReading {
 public:
  explicit SecondReading(const SchoolCase& which) : all_(SevenSchools::all()) {
    for (const auto& school : all_.world.schools)
      if (school.code == which.code) school_ = &school;
    for (const auto& written : school_->written) sheets_.push_back(oracle_of(written));
    for (const auto& sheet : all_.earlier_sheets(which))
      earlier_.push_back(oracle_of({sheet.programme, sheet.written}));
  }

  const benchmark::ReleaseContent& release() const { return **all_.release; }
  const std::vector<OracleScores>& sheets() const { return sheets_; }
  const std::vector<OracleScores>& earlier() const { return earlier_; }
  const instrument::Edition& edition() const { return all_.world.edition; }
  const WorldSchool& school() const { return *school_; }

  const benchmark::ProfessionRelease& profession() const {
    const auto programme = *edition().programme(school_->programmes.front());
    return *release().profession(edition().professions[edition().programmes[programme].profession].id);
  }

  // Mean over the sheets on which the area is scored.
  std::optional<double> area(const std::string& id) const {
    std::vector<double> scores;
    for (const OracleScores& sheet : sheets_)
      if (sheet.contains("area " + id) && sheet.at("area " + id).state == "scored")
        scores.push_back(sheet.at("area " + id).score);
    return mean(scores);
  }

  // The mean of the scored areas among these, when they are at least this part of them.
  std::optional<double> of_areas(const std::vector<std::string>& areas, double least) const {
    std::vector<double> scores;
    for (const std::string& id : areas)
      if (const auto score = area(id)) scores.push_back(*score);
    const double part = static_cast<double>(scores.size()) / static_cast<double>(areas.size());
    return part >= least - 1e-12 ? mean(scores) : std::nullopt;
  }

  std::vector<std::string> areas_of(const std::string& level, const std::string& id) const {
    std::vector<std::string> areas;
    for (const auto& domain : edition().domains)
      for (const std::size_t section : domain.areas)
        if (level == "overall" || domain.id == id) areas.push_back(edition().sections[section].id);
    return level == "area" ? std::vector{id} : areas;
  }

  static std::optional<double> mean(const std::vector<double>& values) {
    if (values.empty()) return std::nullopt;
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
  }

 private:
  OracleScores oracle_of(const report::WrittenSheet& written) const {
    const auto& items = all_.world.plan.programmes[written.programme].questionnaire.items;
    SaidSheet said;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const auto& answer = written.answers[i];
      if (answer.state == instrument::AnswerState::not_answered) continue;
      said[items[i].item.id] = {std::string(instrument::to_string(answer.state)), answer.value};
    }
    return oracle_scores(edition(), said, {edition().programmes[written.programme].id, {}, {}});
  }

  const SevenSchools& all_;
  const WorldSchool* school_ = nullptr;
  std::vector<OracleScores> sheets_;
  std::vector<OracleScores> earlier_;
};

class ReportJson : public testing::TestWithParam<SchoolCase> {
 protected:
  ReportJson()
      : json(json_of(report::report_json(SevenSchools::all().report(GetParam())))), second(GetParam()) {}

  // Written with four decimals.
  static void expect_same(const std::optional<double>& told, const std::optional<double>& made,
                          const std::string& what) {
    ASSERT_EQ(told.has_value(), made.has_value()) << what;
    EXPECT_NEAR(told.value_or(0), made.value_or(0), 0.00005001) << what;
  }

  const benchmark::NormRow* norm(const std::string& level, const std::string& id) const {
    for (const auto& row : second.profession().norms)
      if (row.group == "all" && to_string(row.level) == level && row.id == id) return &row;
    return nullptr;
  }

  std::optional<int> sd(const std::string& level, const std::string& id) const {
    for (const auto& row : second.profession().spread)
      if (row.group == "all" && to_string(row.level) == level && row.id == id) return row.sd.points;
    return std::nullopt;
  }

  Document json;
  SecondReading second;
};

TEST_P(ReportJson, FollowsItsSchema) {
  const Document schema = json_of(text_of_file("schema/report.schema.json"));
  EXPECT_EQ(breaches_of(schema, json), std::vector<std::string>{});
}

TEST_P(ReportJson, OwnScoresAreThoseOfTheOracle) {
  for (const Document& standing : *at(json, "standings").list()) {
    const std::string level = text_at(standing, "level");
    const std::string id = text_at(standing, "id");
    const double least = level == "overall" ? 2.0 / 3 : 0.5;
    expect_same(number_at(at(standing, "own"), "score"), second.of_areas(second.areas_of(level, id), least),
                level + " " + id);
  }
}

TEST_P(ReportJson, BoundsOfAreasAreThoseOfTheOracle) {
  for (const Document& standing : *at(json, "standings").list()) {
    if (text_at(standing, "level") != "area") continue;
    const std::string id = text_at(standing, "id");
    std::vector<double> lower;
    std::vector<double> upper;
    for (const OracleScores& sheet : second.sheets()) {
      if (sheet.at("area " + id).state != text_at(at(standing, "own"), "state")) continue;
      lower.push_back(sheet.at("area " + id).lower);
      upper.push_back(sheet.at("area " + id).upper);
    }
    if (text_at(at(standing, "own"), "state") == "not_applicable") continue;
    expect_same(number_at(at(standing, "own"), "lower"), SecondReading::mean(lower), id);
    expect_same(number_at(at(standing, "own"), "upper"), SecondReading::mean(upper), id);
  }
}

TEST_P(ReportJson, FiguresOfOthersStandInTheRelease) {
  for (const Document& standing : *at(json, "standings").list()) {
    const Document& beside = at(standing, "beside");
    if (beside.is_null()) continue;
    const std::string level = text_at(standing, "level");
    const std::string id = text_at(standing, "id");
    const benchmark::NormRow* row = norm(level, id);
    ASSERT_NE(row, nullptr);
    expect_same(number_at(beside, "mean"), row->mean, id);
    expect_same(number_at(beside, "low"), row->low, id);
    expect_same(number_at(beside, "high"), row->high, id);
    const auto own = second.of_areas(second.areas_of(level, id), 1);
    expect_same(number_at(beside, "own_on_the_same_areas"), own, id);
    const auto spread = sd(level, id);
    expect_same(number_at(beside, "distance"),
                own && row->mean && spread ? std::optional((*own - *row->mean) / *spread) : std::nullopt, id);
    for (const auto& all : second.release().all_participants)
      if (to_string(all.level) == level && all.id == id)
        expect_same(number_at(beside, "all_participants"), all.mean, id);
  }
}

TEST_P(ReportJson, PercentileBandsLieBetweenReleasedNumbers) {
  constexpr int levels[] = {0, 10, 25, 50, 75, 90, 100};
  for (const Document& standing : *at(json, "standings").list()) {
    const Document& beside = at(standing, "beside");
    if (beside.is_null() || at(beside, "percentile_band").is_null()) continue;
    const auto row = norm(text_at(standing, "level"), text_at(standing, "id"));
    const double own = *number_at(beside, "own_on_the_same_areas");
    const auto& band = at(beside, "percentile_band");
    for (std::size_t i = 0; i < 5; ++i) {
      const benchmark::ShownPoints& shown = (*row->percentiles)[i];
      if (shown.side != benchmark::ShownPoints::Side::at) continue;
      EXPECT_TRUE(own >= shown.points || *number_at(band, "above") <= levels[i]);
      EXPECT_TRUE(own <= shown.points || *number_at(band, "below") >= levels[i + 2]);
    }
  }
}

TEST_P(ReportJson, PointsOfAnswersAreThoseOfTheOracle) {
  std::size_t checked = 0;
  for (const Document& answer : *at(json, "answers").list()) {
    if (text_at(answer, "scored") != "true") continue;
    const std::string key = "indicator " + text_at(answer, "item");
    bool found = false;
    for (const OracleScores& sheet : second.sheets()) {
      if (!sheet.contains(key)) continue;
      const OracleScore& made = sheet.at(key);
      const double earned = made.state == "scored" ? made.score * made.attainable_points : 0;
      found |= std::abs(*number_at(answer, "attainable") - made.attainable_points) < 0.0001 &&
               std::abs(*number_at(answer, "earned") - earned) < 0.0002;
    }
    EXPECT_TRUE(found) << key;
    ++checked;
  }
  EXPECT_GE(checked, 50U);
}

using SharesOfItem = std::map<std::string, std::optional<int>>;

// Everybody who has the option, or is as far as it.
int share_of_those_there(const instrument::Item& item, const std::string& from, const SharesOfItem& shown) {
  if (item.type == instrument::ItemType::any_of || item.type == instrument::ItemType::year_grid)
    return *shown.at(from);
  int sum = 0;
  for (const auto& [option, share] : shown)
    if (from.starts_with("step_") && option >= from) sum += share.value();
  double least = 0;
  for (const auto& option : item.options)
    if (option.id == from) least = option.points;
  for (const auto& option : item.options)
    if (!from.starts_with("step_") && !option.leaves && option.points >= least)
      sum += shown.at(option.id).value();
  return std::min(sum, 100);
}

TEST_P(ReportJson, SharesAreSumsOfReleasedShares) {
  std::map<std::string, SharesOfItem> shares;
  for (const auto& row : second.profession().items) shares[row.item_id][row.option] = row.share;
  for (const char* list : {"moves", "answers"}) {
    for (const Document& each : *at(json, list).list()) {
      const Document& next = at(each, "next");
      if (next.is_null() || at(next, "share").is_null()) continue;
      const auto& item = second.edition().items[*second.edition().item(text_at(each, "item"))];
      EXPECT_EQ(*number_at(next, "share"),
                share_of_those_there(item, text_at(next, "option"), shares.at(item.id)))
          << item.id;
    }
  }
}

TEST_P(ReportJson, TrendsAreRawPointsOfBothRounds) {
  if (at(json, "change").is_null()) return;
  for (const Document& trend : *at(at(json, "change"), "trends").list()) {
    const std::string area = at(trend, "areas").list()->front().scalar()->text;
    double sums[4] = {};
    for (std::size_t p = 0; p < second.sheets().size(); ++p) {
      if (second.school().programmes[p] != text_at(trend, "programme")) continue;
      for (const std::size_t position : second.edition().sections[*second.edition().section(area)].items) {
        const std::string key = "indicator " + second.edition().items[position].id;
        if (!second.sheets()[p].contains(key) || !second.earlier()[p].contains(key)) continue;
        const OracleScore& after = second.sheets()[p].at(key);
        const OracleScore& before = second.earlier()[p].at(key);
        if (after.state != "scored" || before.state != "scored") continue;
        sums[0] += before.score * before.attainable_points;
        sums[1] += before.attainable_points;
        sums[2] += after.score * after.attainable_points;
        sums[3] += after.attainable_points;
      }
    }
    expect_same(number_at(trend, "before"), 100 * sums[0] / sums[1], area);
    expect_same(number_at(trend, "after"), 100 * sums[2] / sums[3], area);
  }
}

TEST_P(ReportJson, CountsOfSchoolsAreThoseOfTheFrame) {
  std::map<std::string, bool> schools;
  for (const auto& placed : second.release().frame)
    if (placed.row.school_id.substr(0, 3) == second.school().code.substr(0, 3))
      schools[placed.row.school_id] = placed.row.responded;
  const Document& release = at(json, "release");
  EXPECT_EQ(*number_at(release, "asked"), static_cast<double>(schools.size()));
  EXPECT_EQ(*number_at(release, "responded"), static_cast<double>(std::ranges::count_if(
                                                  schools, [](const auto& each) { return each.second; })));
  EXPECT_EQ(text_at(release, "sha256"), second.release().sha256);
}

INSTANTIATE_TEST_SUITE_P(SevenSchools, ReportJson, testing::ValuesIn(seven_schools()), [](const auto& test) {
  return std::regex_replace(test.param.name, std::regex("-"), "_");
});

TEST(JsonShape, FindsWhatIsWrong) {
  const Document schema = json_of(text_of_file("schema/report.schema.json"));
  std::string text = report::report_json(SevenSchools::all().report(seven_schools().front()));
  const auto breaches = [&](const std::string& from, const std::string& to) {
    return breaches_of(schema, json_of(std::regex_replace(text, std::regex(from), to,
                                                          std::regex_constants::format_first_only)));
  };
  EXPECT_EQ(breaches("\"format\": 1", "\"format\": 2").size(), 1U);
  EXPECT_EQ(breaches("\"weights\": \"equal\",", "").size(), 1U);
  EXPECT_EQ(breaches("\"recipe\"", "\"receipt\"").size(), 2U);
  EXPECT_EQ(breaches("\"k\": 8", "\"k\": \"8\"").size(), 1U);
}

}  // namespace
}  // namespace smm::test
