// SPDX-License-Identifier: Apache-2.0
// The program's command line: finds the command, checks its arguments, runs it, and turns what happens into
// one of four exit codes.
#pragma once

#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>

#include "app/content.hpp"
#include "app/files.hpp"
#include "app/installation/service.hpp"
#include "app/links.hpp"
#include "app/operating/gauges.hpp"
#include "app/pdf_printer.hpp"
#include "app/print_server.hpp"
#include "app/providers/registry_files.hpp"

namespace smm::cli {

struct ProgramParts {
  const app::Files& files;
  // Content from the program itself (empty folder) or from the folder that --content names.
  std::function<std::unique_ptr<app::Content>(const std::string& folder)> content;
  std::function<std::unique_ptr<app::Service>(const app::Content& content)> service;
  std::function<std::optional<std::string>(const std::string& name)> environment;
  const app::providers::RegistryFiles& registry_files;
  const app::Links& links;
  const app::operating::Gauges& gauges;
  const app::PrintServer& print_server;
  std::string version;                 // "0.1.0 (commit)"
  app::PdfPrinter* printer = nullptr;  // null: none
};

int run_program(int argc, char** argv, const ProgramParts& parts, std::ostream& out, std::ostream& err);

// Every command with its arguments and example, as plain text: `smm --help-all`.
std::string full_help();

}  // namespace smm::cli
