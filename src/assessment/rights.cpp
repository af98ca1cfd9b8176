// SPDX-License-Identifier: Apache-2.0
#include "assessment/rights.hpp"

#include <algorithm>

#include "base/assert.hpp"

namespace smm::assessment {
namespace {

using enum SchoolRole;
using enum OfficeRole;

constexpr std::array whole_school = {dean, coordinator, author, affirmer, viewer};
constexpr std::array leaders = {dean, coordinator};
constexpr std::array readers = {dean, coordinator, viewer};
constexpr std::array report_readers = {dean, reader};
constexpr std::array plan_readers = {dean, coordinator, reader};
constexpr std::array only_dean = {dean};
constexpr std::array only_coordinator = {coordinator};
constexpr std::array writers = {coordinator, author};
constexpr std::array workers = {author, affirmer};
constexpr std::array talkers = {dean, coordinator, author, affirmer};
constexpr std::array affirmers = {affirmer};
constexpr std::array<SchoolRole, 0> nobody{};

constexpr std::array progress_office = {admin, campaign_manager, analyst};
constexpr std::array running_office = {admin, campaign_manager};
constexpr std::array only_admin = {admin};
constexpr std::array only_steward = {data_steward};
constexpr std::array<OfficeRole, 0> no_office{};

constexpr std::array<RightRow, right_count> table = {{
    {Right::see_school, "see_school", whole_school, progress_office},
    {Right::accept, "accept", only_dean, no_office},
    {Right::assign, "assign", leaders, no_office},
    {Right::read_all_answers, "read_all_answers", readers, no_office},
    {Right::read_own_answers, "read_own_answers", workers, no_office},
    {Right::write_all_answers, "write_all_answers", only_coordinator, no_office},
    {Right::write_own_answers, "write_own_answers", workers, no_office},
    {Right::complete_packet, "complete_packet", writers, no_office},
    {Right::affirm_packet, "affirm_packet", affirmers, no_office},
    {Right::reopen_packet, "reopen_packet", leaders, no_office},
    {Right::comment, "comment", talkers, no_office},
    {Right::read_notes, "read_notes", talkers, no_office},
    {Right::manage_notes, "manage_notes", leaders, no_office},
    {Right::read_scores, "read_scores", only_dean, no_office},
    {Right::compare, "compare", only_dean, no_office},
    {Right::read_report, "read_report", report_readers, no_office},
    {Right::name_readers, "name_readers", only_dean, no_office},
    {Right::offer_story, "offer_story", only_dean, no_office},
    {Right::read_plan, "read_plan", plan_readers, no_office},
    {Right::edit_plan, "edit_plan", leaders, no_office},
    {Right::attest, "attest", only_dean, no_office},
    {Right::download, "download", leaders, no_office},
    {Right::print_flagged, "print_flagged", leaders, no_office},
    {Right::grant_support, "grant_support", leaders, no_office},
    {Right::read_school_log, "read_school_log", leaders, no_office},
    {Right::settle_check, "settle_check", leaders, no_office},
    {Right::ask_check, "ask_check", nobody, no_office},
    {Right::follow_graduates, "follow_graduates", only_dean, no_office},
    {Right::tend_graduates, "tend_graduates", leaders, no_office},
    {Right::see_progress, "see_progress", nobody, progress_office},
    {Right::see_results, "see_results", nobody, progress_office},
    {Right::run_rounds, "run_rounds", nobody, running_office},
    {Right::invite, "invite", nobody, running_office},
    {Right::reopen_sheet, "reopen_sheet", nobody, running_office},
    {Right::import_roster, "import_roster", nobody, running_office},
    {Right::judge_stories, "judge_stories", nobody, running_office},
    {Right::open_answers, "open_answers", nobody, only_steward},
    {Right::manage_people, "manage_people", nobody, only_admin},
    {Right::read_office_log, "read_office_log", nobody, only_admin},
}};

constexpr bool in_order() {
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (static_cast<std::size_t>(table[i].right) != i) return false;
  }
  return true;
}
static_assert(in_order());

const RightRow& row_of(Right right) {
  return table[static_cast<std::size_t>(right)];
}

template <class Roles, class Held>
bool any_of(const Roles& roles, const Held& held) {
  return std::ranges::any_of(held, [&](auto role) { return std::ranges::find(roles, role) != roles.end(); });
}

// One person does all of it: whatever the school's roles may do together.
bool solo_allows(const Standing& standing, Right right) {
  return standing.solo && is_school_right(right) && any_of(leaders, standing.school_roles) &&
         !row_of(right).school_roles.empty();
}

// Who looks in from outside reads what the school reads, and changes nothing; a steward may ask about it.
bool visitor_allows(const Standing& standing, Right right) {
  const bool reading = right == Right::see_school || right == Right::read_all_answers;
  const bool steward = standing.stewardship && any_of(only_steward, standing.office_roles);
  if (right == Right::ask_check) return steward;
  if (!reading) return false;
  return steward || (standing.support_view && any_of(running_office, standing.office_roles));
}

}  // namespace

std::span<const RightRow> rights_table() {
  return table;
}

std::string_view to_string(Right right) {
  return row_of(right).name;
}

bool is_school_right(Right right) {
  return right < Right::see_progress;
}

bool allows(const Standing& standing, Right right) {
  const RightRow& row = row_of(right);
  return any_of(row.school_roles, standing.school_roles) || any_of(row.office_roles, standing.office_roles) ||
         solo_allows(standing, right) || visitor_allows(standing, right);
}

}  // namespace smm::assessment
