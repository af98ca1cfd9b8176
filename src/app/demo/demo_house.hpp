// SPDX-License-Identifier: Apache-2.0
// What every part of a demo works on, and how it tells how far it is.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "app/content.hpp"
#include "app/demo/demo_answers.hpp"
#include "app/files.hpp"
#include "app/installation/installation.hpp"
#include "app/pages.hpp"
#include "app/pdf_printer.hpp"

namespace smm::app {

struct DemoStages {
  std::function<void(const std::string& what)> begin;
  std::function<void(std::size_t done)> count;  // of what the stage is about; may be empty
};

struct DemoHouse {
  Installation& installation;  // by the real clock
  const Pages& pages;
  const Content& content;
  const Files& files;
  std::string folder;  // where files go
  std::uint64_t seed = 0;
  PdfPrinter* printer = nullptr;  // null: no PDF
  DemoAnswers answers = {};       // brought along, for the last round
  DemoStages stages = {};
};

inline constexpr const char* demo_edition = "smm-2026";
inline constexpr const char* demo_actor = "command:demo";  // in the log

}  // namespace smm::app
