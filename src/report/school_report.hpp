// SPDX-License-Identifier: Apache-2.0
// The feedback report of one school in one frozen round: a view model without any format.
//
// A pure function of the edition, the school's own attested answers, and what the round's release tells. Of
// other schools there is nothing in it that did not pass the gate of `benchmark`. report_html, report_json,
// report_xlsx and report_summary print it. docs/reference/report.md.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "benchmark/comparison.hpp"
#include "report/change_over_rounds.hpp"
#include "report/highlights.hpp"
#include "report/next_step.hpp"

namespace smm::report {

// Names the rules by which the numbers of a report are made. It changes when one of them does.
inline constexpr std::string_view report_recipe = "smm-report-1";

struct ReportResource {
  std::string title;
  std::string publisher;
  std::string address;
  std::string kind;       // in words
  std::string summary;    // in our own words
  bool recalled = false;  // made from memory, not from the page's text
};

struct AreaResources {
  std::string area;  // id
  std::vector<ReportResource> resources;
};

// What a school told others about an area, with its consent. They stand in the order in which they were
// given: by the school's name, never by a score.
struct ReportStory {
  std::string area;  // id
  std::string title;
  std::string school;
  std::string round;  // title
  std::string address;
};

// Paragraphs to adopt, by id of the question; {school} and {next} stand in each.
using DraftTexts = std::map<std::string, std::string, std::less<>>;

// What somebody set out to do: planned on one report, told about in the next.
struct PlannedGoal {
  std::string round;  // title of the round in which it was planned
  std::string area;   // id; may be empty
  std::string text;
  std::string owner;
  std::string due;      // YYYY-MM-DD, or empty
  std::string measure;  // how one will see that it is done
  std::string state;    // planned, under_way, done, dropped
  std::string result;
  std::string ended = {};     // YYYY-MM-DD: the day it was done or dropped
  std::string question = {};  // whose answer it aims at, and the answer; where it aims at one
  std::string aim = {};
  bool earlier = false;      // planned on the report of an earlier round
  std::string reached = {};  // yes, no, unknown: do the own answers of this round reach the aim? else empty
};

struct ReportRound {
  std::string code;
  std::string title;
  bool legacy_stars = false;       // the round asked for quarters and stars
  bool leave_out_overall = false;  // and for no figure over all areas
  bool score_composition = false;  // what the edition scores on request counted
};

struct ReportSchool {
  std::string code;
  std::string name;
};

struct ReportInput {
  const scoring::ScoringPlan& plan;
  ReportRound round;
  ReportSchool school;
  std::vector<OwnSheet> sheets;  // one for each program, all of one profession; at least one
  const benchmark::Release& release;
  std::optional<benchmark::Publishable<benchmark::Comparison>> comparison = std::nullopt;
  std::string no_comparison = {};            // code of the problem, where there is no comparison
  std::vector<std::string> priorities = {};  // ids of areas
  const EarlierRound* earlier = nullptr;
  std::vector<PlannedGoal> goals = {};
  std::vector<AreaResources> resources = {};
  std::vector<ReportStory> stories = {};
  const DraftTexts* drafts = nullptr;  // a question without one gets a paragraph of its words
};

// Own figure and what stands beside it. `level` and `id` as in a comparison.
struct ReportStanding {
  benchmark::NormLevel level = benchmark::NormLevel::area;
  std::string id;
  std::string label;
  scoring::Score own;
  std::optional<benchmark::ComparedRow> beside;
  std::optional<benchmark::Percentiles> percentiles;  // released
};

struct NamedArea {
  Highlight highlight;
  std::string label;
};

struct Move {
  std::string item;
  std::string area;  // id
  std::string area_label;
  std::string programme;  // short label; empty for a shared item
  std::string programme_id = {};
  std::string aim = {};  // what a goal made from it aims at (goal_aim.hpp)
  std::string question;
  std::string now;
  NextStep next;
  instrument::Lever lever = instrument::Lever::dean;
  instrument::Effort effort = instrument::Effort::year;
  std::string office;  // label
  bool priority = false;
  std::optional<ReportResource> resource;
  std::string draft;  // a paragraph to adopt
};

// One question in an area's section.
struct AnswerLine {
  std::string item;
  std::string programme;  // short label; empty for a shared item, or where there is one program only
  std::string question;
  std::string answer;
  std::string reason;
  bool scored = false;
  scoring::IndicatorPoints points;
  std::optional<NextStep> next;
};

struct AreaPage {
  ReportStanding standing;
  std::string domain;  // label
  std::string about;
  bool priority = false;
  std::vector<AnswerLine> answers;
  std::vector<ReportResource> resources;
  std::vector<ReportStory> stories = {};
};

struct ReportChange {
  std::string since;  // title of the earlier round
  ChangeOverRounds change;
};

// Why figures are withheld, and which.
struct Withheld {
  std::string reason;               // code
  std::vector<std::string> labels;  // of areas and domains
};

struct ReportNotes {
  std::string edition;
  std::string edition_title;
  std::string version;
  std::string edition_hash;
  std::string release;  // hash
  std::string recipe;
  std::string weights;  // "equal"
  int asked = 0;        // schools of the profession in the frame
  int responded = 0;
  std::string state;  // of the profession in the release
  double width = 0;
  int k = 0;
  int fewest_scored = 0;
  bool item_results = false;  // shares of schools by option are told of the profession
  std::string no_comparison;
  std::vector<Withheld> withheld;
};

struct SchoolReport {
  ReportRound round;
  ReportSchool school;
  std::string language;
  std::string profession;  // id
  std::string profession_label;
  std::vector<std::string> programmes;  // labels
  ReportStanding overall;
  std::vector<ReportStanding> domains;
  std::vector<NamedArea> strengths;
  std::vector<NamedArea> gaps;
  std::vector<Move> moves;
  std::optional<ReportChange> change;
  std::vector<AreaPage> areas;
  std::vector<PlannedGoal> goals;
  ReportNotes notes;
};

SchoolReport make_report(const ReportInput& input, const render::Texts& texts);

// The label of an area in a report; the id itself where there is no such area.
const std::string& area_label(const SchoolReport& report, const std::string& area);

}  // namespace smm::report
