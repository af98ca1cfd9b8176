// SPDX-License-Identifier: Apache-2.0
// A command of the program, as data: what it takes, an example, and what it runs. One file per command
// defines one of these; `commands()` lists them; help, the reference page and its test read the same list.
#pragma once

#include <functional>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/content.hpp"
#include "app/files.hpp"
#include "app/installation/service.hpp"
#include "app/links.hpp"
#include "app/operating/gauges.hpp"
#include "app/pdf_printer.hpp"
#include "app/print_server.hpp"
#include "app/providers/registry_files.hpp"
#include "base/problem.hpp"

namespace smm::cli {

// Exit codes of the program; docs/reference/commands.md.
inline constexpr int done = 0;
inline constexpr int problem_with_input = 1;
inline constexpr int wrong_usage = 2;
inline constexpr int broken_environment = 3;

struct Option {
  std::string name;        // "--answers"
  std::string value_name;  // "FILE"; empty for a flag
  std::string help;
  bool required = false;
  bool repeated = false;  // may be given several times
};

struct Positional {
  std::string name;  // "DIR"
  std::string help;
  bool required = true;
};

// What was given on the command line, by name.
class Given {
 public:
  void set(const std::string& name, std::string value) { values_[name] = std::move(value); }
  bool has(const std::string& name) const { return values_.contains(name); }
  std::optional<std::string> value(const std::string& name) const;
  std::string text(const std::string& name) const;  // must have been given
  std::string text_or(const std::string& name, std::string_view otherwise) const;
  std::vector<std::string> list(const std::string& name) const;  // split at commas
  std::vector<std::string> all(const std::string& name) const;   // of a repeated option, as given

  // Between the values of a repeated option.
  static constexpr char separator = '\n';

 private:
  std::map<std::string, std::string> values_;
};

// What a command may touch.
struct Surroundings {
  const app::Files& files;
  const app::Content& content;
  std::ostream& out;
  std::ostream& err;
  const app::Service& service;  // installations
  std::function<std::optional<std::string>(const std::string& name)> environment;
  const app::providers::RegistryFiles& registry_files;
  const app::Links& links;
  const app::operating::Gauges& gauges;
  const app::PrintServer& print_server;
  app::PdfPrinter* printer = nullptr;  // null: none
  bool progress = false;               // standard error is a terminal
};

struct Command {
  std::string name;  // "instrument check"
  std::string summary;
  std::string example;
  std::vector<Positional> positionals;
  std::vector<Option> options;
  int (*run)(const Given&, const Surroundings&) = nullptr;
};

const std::vector<Command>& commands();

// One file per command.
Command instrument_list_command();
Command instrument_show_command();
Command instrument_check_command();
Command instrument_diff_command();
Command instrument_export_command();
Command resources_list_command();
Command resources_check_command();
Command score_command();
Command weights_command();
Command benchmark_freeze_command();
Command benchmark_compare_command();
Command benchmark_audit_command();
Command link_command();
Command link_pairs_command();
Command link_dedupe_command();
Command link_review_command();
Command link_quality_command();
Command link_model_export_command();
Command link_model_import_command();
Command reference_import_command();
Command reference_list_command();
Command reference_show_command();
Command place_command();
Command measure_list_command();
Command measure_show_command();
Command measure_check_command();
Command measure_run_command();
Command measure_mullan_command();
Command measure_explore_command();
Command pathway_enroll_command();
Command pathway_record_command();
Command pathway_show_command();
Command pathway_check_command();
Command pathway_cohort_command();
Command registry_build_command();
Command registry_update_command();
Command registry_info_command();
Command registry_show_command();
Command registry_find_command();
Command registry_diff_command();
Command registry_export_command();
Command badge_issue_command();
Command badge_verify_command();
Command badge_revoke_command();
Command badge_keys_new_command();
Command badge_keys_rotate_command();
Command badge_keys_list_command();
Command demo_command();
Command serve_command();
Command roster_check_command();
Command roster_export_command();
Command roster_from_ipeds_command();
Command roster_import_command();
Command round_create_command();
Command round_open_command();
Command round_close_command();
Command round_check_command();
Command round_freeze_command();
Command round_invite_command();
Command report_command();
Command keys_make_command();
Command keys_status_command();
Command keys_rotate_command();
Command keys_export_command();
Command audit_verify_command();
Command backup_command();
Command restore_command();
Command migrate_command();
Command doctor_command();
Command print_command();
Command office_list_command();
Command office_add_command();
Command office_export_command();
Command office_hold_command();
Command office_delete_command();
Command office_verify_command();
Command retention_command();

// Prints each problem as "code: sentence (place)" and returns problem_with_input.
int report_problems(const base::Problems& problems, std::ostream& err);

// Does --out name a file that one of the options in `inputs` reads? Says so; the command then ends as
// wrong_usage before anything is lost.
bool would_overwrite_input(const Given& given, const Surroundings& around,
                           const std::vector<std::string>& inputs);

// Writes `bytes` to the file that --out names, or to standard output.
void deliver(const Given& given, const Surroundings& around, std::string_view bytes);

}  // namespace smm::cli
