// SPDX-License-Identifier: Apache-2.0
#include "cli/command.hpp"

#include <algorithm>
#include <ostream>

#include "base/assert.hpp"

namespace smm::cli {
namespace {

// Parts of nothing are left out.
std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(at, begin), text.size());
    if (end > begin) parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

// What help lists together.

std::vector<Command> assessing_group() {
  return {instrument_list_command(),   instrument_show_command(),
          instrument_check_command(),  instrument_diff_command(),
          instrument_export_command(), resources_list_command(),
          resources_check_command(),   score_command(),
          weights_command(),           benchmark_freeze_command(),
          benchmark_compare_command(), benchmark_audit_command()};
}

std::vector<Command> linking_group() {
  return {link_command(),
          link_pairs_command(),
          link_dedupe_command(),
          link_review_command(),
          link_quality_command(),
          link_model_export_command(),
          link_model_import_command(),
          reference_import_command(),
          reference_list_command(),
          reference_show_command(),
          place_command()};
}

std::vector<Command> measuring_group() {
  return {measure_list_command(),   measure_show_command(),   measure_check_command(),
          measure_run_command(),    measure_mullan_command(), measure_explore_command(),
          pathway_enroll_command(), pathway_record_command(), pathway_show_command(),
          pathway_check_command(),  pathway_cohort_command()};
}

std::vector<Command> registry_group() {
  return {registry_build_command(), registry_update_command(), registry_info_command(),
          registry_show_command(),  registry_find_command(),   registry_diff_command(),
          registry_export_command()};
}

std::vector<Command> badge_group() {
  return {badge_issue_command(),    badge_verify_command(),      badge_revoke_command(),
          badge_keys_new_command(), badge_keys_rotate_command(), badge_keys_list_command()};
}

std::vector<Command> round_group() {
  return {demo_command(),
          serve_command(),
          roster_check_command(),
          roster_export_command(),
          roster_from_ipeds_command(),
          roster_import_command(),
          round_create_command(),
          round_open_command(),
          round_close_command(),
          round_check_command(),
          round_freeze_command(),
          round_invite_command(),
          report_command()};
}

std::vector<Command> housekeeping_group() {
  return {keys_make_command(),    keys_status_command(), keys_rotate_command(), keys_export_command(),
          audit_verify_command(), backup_command(),      restore_command(),     migrate_command(),
          doctor_command(),       print_command(),       retention_command()};
}

std::vector<Command> office_group() {
  return {office_list_command(), office_add_command(),    office_export_command(),
          office_hold_command(), office_delete_command(), office_verify_command()};
}

}  // namespace

std::optional<std::string> Given::value(const std::string& name) const {
  const auto found = values_.find(name);
  return found == values_.end() ? std::nullopt : std::optional(found->second);
}

std::string Given::text(const std::string& name) const {
  const auto found = value(name);
  SMM_ASSERT(found.has_value());
  return *found;
}

std::string Given::text_or(const std::string& name, std::string_view otherwise) const {
  return value(name).value_or(std::string(otherwise));
}

std::vector<std::string> Given::list(const std::string& name) const {
  return split(text_or(name, ""), ',');
}

std::vector<std::string> Given::all(const std::string& name) const {
  return split(text_or(name, ""), separator);
}

const std::vector<Command>& commands() {
  static const std::vector<Command> all = [] {
    std::vector<Command> joined;
    for (const std::vector<Command>& group :
         {assessing_group(), linking_group(), measuring_group(), registry_group(), badge_group(),
          round_group(), housekeeping_group(), office_group()})
      joined.insert(joined.end(), group.begin(), group.end());
    return joined;
  }();
  return all;
}

int report_problems(const base::Problems& problems, std::ostream& err) {
  for (const base::Problem& problem : problems) err << to_string(problem) << '\n';
  return problem_with_input;
}

bool would_overwrite_input(const Given& given, const Surroundings& around,
                           const std::vector<std::string>& inputs) {
  const auto out = given.value("--out");
  for (const std::string& input : inputs) {
    if (!out || !given.has(input) || !around.files.same(*out, given.text(input))) continue;
    around.err << "smm: --out names the file that " << input << " reads; choose another name\n";
    return true;
  }
  return false;
}

void deliver(const Given& given, const Surroundings& around, std::string_view bytes) {
  if (const auto path = given.value("--out")) {
    around.files.write(*path, bytes);
  } else {
    around.out << bytes;
  }
}

}  // namespace smm::cli
