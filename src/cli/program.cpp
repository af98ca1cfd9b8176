// SPDX-License-Identifier: Apache-2.0
#include "cli/program.hpp"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <iostream>

#include "app/editions.hpp"
#include "base/environment_error.hpp"
#include "cli/command.hpp"

namespace smm::cli {
namespace {

constexpr const char* description =
    "Social Mission Metrics: a self-assessment for health professions schools, scored and compared in "
    "confidence.";

// The command being read: which, and what was given to it. Boxes keep their address while CLI11 fills them.
struct Reading {
  const Command* command = nullptr;
  std::map<std::string, std::string> texts;
  std::map<std::string, bool> flags;
};

std::string usage_of(const Command& command) {
  std::string text = "smm " + command.name;
  for (const Positional& positional : command.positionals) {
    text += positional.required ? " " + positional.name : " [" + positional.name + "]";
  }
  for (const Option& option : command.options) {
    const std::string shown = option.name + (option.value_name.empty() ? "" : " " + option.value_name);
    text += (option.required ? " " + shown : " [" + shown + "]") + (option.repeated ? "..." : "");
  }
  return text;
}

void add_arguments(CLI::App& app, const Command& command, Reading& reading) {
  for (const Positional& positional : command.positionals) {
    auto* added = app.add_option(positional.name, reading.texts[positional.name], positional.help);
    if (positional.required) added->required();
  }
  for (const Option& option : command.options) {
    if (option.value_name.empty()) {
      app.add_flag(option.name, reading.flags[option.name], option.help);
      continue;
    }
    auto* added = app.add_option(option.name, reading.texts[option.name], option.help);
    added->option_text(option.value_name + (option.required ? " REQUIRED" : ""));
    if (option.required) added->required();
    if (option.repeated) added->join(Given::separator);
  }
}

// A group says what is in it: "create, open, close".
void list_in_group(CLI::App& group, const std::string& command) {
  const std::string listed = group.get_description();
  group.description((listed.empty() ? "" : listed + ", ") + command.substr(0, command.find(' ')));
}

// "instrument check" lives as check below instrument, which is made when first needed. A group that is a
// command of its own, as link is, was made before and may stand alone.
CLI::App& place_of(CLI::App& parent, const std::string& name, const std::string& summary) {
  const std::size_t space = name.find(' ');
  if (space == std::string::npos) return *parent.add_subcommand(name, summary);
  const std::string group = name.substr(0, space);
  const auto groups = parent.get_subcommands([&](const CLI::App* app) { return app->get_name() == group; });
  CLI::App* place = groups.empty() ? parent.add_subcommand(group) : groups.front();
  if (groups.empty()) place->require_subcommand(1);
  if (place->get_require_subcommand_min() == 1) list_in_group(*place, name.substr(space + 1));
  return place_of(*place, name.substr(space + 1), summary);
}

Given given_of(const CLI::App& app, const Reading& reading) {
  Given given;
  for (const auto& [name, text] : reading.texts) {
    if (app.get_option(name)->count() > 0) given.set(name, text);
  }
  for (const auto& [name, flag] : reading.flags) {
    if (flag) given.set(name, "");
  }
  return given;
}

// The one place where a broken environment ends a command.
int run_guarded(std::ostream& out, std::ostream& err, const std::function<int()>& work) {
  try {
    const int code = work();
    out.flush();
    if (!out) throw base::EnvironmentError("cannot write to standard output");
    return code;
  } catch (const base::EnvironmentError& error) {
    err << "smm: " << error.what() << '\n';
    return broken_environment;
  } catch (const std::bad_alloc&) {
    err << "smm: not enough memory\n";
    return broken_environment;
  }
}

std::string version_text(const ProgramParts& parts) {
  std::string text = "smm " + parts.version + "\neditions:";
  for (const std::string& id : app::edition_ids(*parts.content(""))) text += " " + id;
  return text + "\n";
}

}  // namespace

std::string full_help() {
  std::string text;
  for (const Command& command : commands()) {
    text += usage_of(command) + "\n    " + command.summary + "\n";
    for (const Positional& positional : command.positionals)
      text += "    " + positional.name + ": " + positional.help + "\n";
    for (const Option& option : command.options) text += "    " + option.name + ": " + option.help + "\n";
    text += "    Example: " + command.example + "\n\n";
  }
  return text;
}

int run_program(int argc, char** argv, const ProgramParts& parts, std::ostream& out, std::ostream& err) {
  CLI::App app(description, "smm");
  app.footer("Exit codes: 0 done, 1 a problem with the input, 2 wrong usage, 3 a broken environment.");
  std::string content_folder;
  bool show_version = false;
  bool show_all = false;
  app.add_option("--content", content_folder, "Read editions, texts and templates from this folder")
      ->option_text("DIR");
  app.add_flag("--version", show_version, "Print the version and the editions that ship with it");
  app.add_flag("--help-all", show_all, "Print every command with its options and an example");
  std::map<const CLI::App*, Reading> readings;
  for (const Command& command : commands()) {
    CLI::App& place = place_of(app, command.name, command.summary);
    place.footer("Example:\n  " + command.example);
    Reading& reading = readings[&place];
    reading.command = &command;
    add_arguments(place, command, reading);
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error, out, err) == 0 ? done : wrong_usage;
  }
  if (show_version || show_all) {
    out << (show_version ? version_text(parts) : full_help());
    return done;
  }
  for (const auto& [place, reading] : readings) {
    if (!place->parsed() || !place->get_subcommands().empty()) continue;
    return run_guarded(out, err, [&] {
      const auto content = parts.content(content_folder);
      const auto service = parts.service(*content);
      const bool terminal = ::isatty(STDERR_FILENO) == 1;
      const Surroundings around{parts.files,
                                *content,
                                out,
                                err,
                                *service,
                                parts.environment,
                                parts.registry_files,
                                parts.links,
                                parts.gauges,
                                parts.print_server,
                                parts.printer,
                                terminal};
      return reading.command->run(given_of(*place, reading), around);
    });
  }
  out << app.help();
  return wrong_usage;
}

}  // namespace smm::cli
