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
  static const std::vector<Command> all = {instrument_list_command(),
                                           instrument_show_command(),
                                           instrument_check_command(),
                                           instrument_diff_command(),
                                           instrument_export_command(),
                                           score_command(),
                                           weights_command(),
                                           benchmark_freeze_command(),
                                           benchmark_compare_command(),
                                           benchmark_audit_command(),
                                           link_command(),
                                           link_pairs_command(),
                                           link_dedupe_command(),
                                           link_review_command(),
                                           link_quality_command(),
                                           link_model_export_command(),
                                           link_model_import_command(),
                                           reference_import_command(),
                                           reference_list_command(),
                                           reference_show_command(),
                                           place_command(),
                                           measure_list_command(),
                                           measure_show_command(),
                                           measure_check_command(),
                                           measure_run_command(),
                                           measure_mullan_command(),
                                           measure_explore_command(),
                                           pathway_enroll_command(),
                                           pathway_record_command(),
                                           pathway_show_command(),
                                           pathway_check_command(),
                                           pathway_cohort_command(),
                                           registry_build_command(),
                                           registry_update_command(),
                                           registry_info_command(),
                                           registry_show_command(),
                                           registry_find_command(),
                                           registry_diff_command(),
                                           registry_export_command(),
                                           demo_command(),
                                           serve_command(),
                                           roster_import_command(),
                                           round_create_command(),
                                           round_open_command(),
                                           round_close_command(),
                                           round_check_command(),
                                           round_freeze_command(),
                                           round_invite_command(),
                                           keys_status_command(),
                                           keys_rotate_command(),
                                           keys_export_command(),
                                           audit_verify_command(),
                                           backup_command(),
                                           restore_command(),
                                           migrate_command()};
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
