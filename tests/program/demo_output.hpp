// SPDX-License-Identifier: Apache-2.0
// What a demo leaves behind, read for what it says: workbooks part by part, PDFs as their text and what they
// say of themselves, badges without what differs from badge to badge.
#pragma once

#include <algorithm>
#include <cstdio>
#include <map>
#include <regex>
#include <vector>

#include "command_output.hpp"
#include "exchange/json.hpp"
#include "exchange/xlsx_package.hpp"
#include "program.hpp"

namespace smm::program {

inline std::string workbook_text(const std::string& bytes) {
  auto package = exchange::XlsxPackage::open(bytes, "workbook");
  if (!package) return "no workbook";
  std::vector<std::string> names = {"xl/sharedStrings.xml", "xl/workbook.xml", "docProps/core.xml",
                                    "docProps/app.xml"};
  for (int sheet = 1; sheet < 30; ++sheet)
    names.push_back("xl/worksheets/sheet" + std::to_string(sheet) + ".xml");
  static const std::regex dates("<dcterms:[a-z]+[^>]*>[^<]*<");
  std::string text;
  for (const std::string& name : names) {
    if (!package->has(name)) continue;
    const std::string part = package->part(name).value();
    text += name == "docProps/core.xml" ? std::regex_replace(part, dates, "<") : part;
  }
  return text;
}

inline std::string badge_text(const std::string& text) {
  static const std::regex passing(
      R"re(urn:uuid:[0-9a-f-]+|20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ|"(proofValue|verificationMethod|statusListIndex)": *"[^"]*"|status/\d+#\d+)re");
  return std::regex_replace(text, passing, "");
}

inline std::string pdf_text(const std::string& path) {
  return test::command_output("pdftotext -layout '" + path + "' - 2>&1; pdfinfo '" + path +
                              "' 2>&1 | grep -v Date");
}

// By path below the folder. Keys, databases and pictures of points are not text.
inline std::map<std::string, std::string> texts_in(const std::string& folder) {
  namespace fs = std::filesystem;
  std::map<std::string, std::string> texts;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string name = fs::relative(entry.path(), folder).generic_string();
    const std::string ending = entry.path().extension();
    const bool kept_apart =
        name.starts_with("data") || name == "badges/issuer.json" || name.starts_with("badges/status");
    if (!entry.is_regular_file() || ending == ".png" || kept_apart) continue;
    const std::string bytes = text_of(entry.path());
    if (ending == ".xlsx")
      texts[name] = workbook_text(bytes);
    else if (ending == ".pdf")
      texts[name] = pdf_text(entry.path());
    else
      texts[name] = name.starts_with("badges/") ? badge_text(bytes) : bytes;
  }
  return texts;
}

inline base::Document json_in(const std::string& folder, const std::string& name) {
  return exchange::parse_json(text_of(folder + "/" + name), name).value();
}

inline std::string word_at(const base::Document& document, std::string_view key) {
  const base::Document* found = document.find(key);
  return found == nullptr || found->scalar() == nullptr ? "" : found->scalar()->text;
}

// Codes of schools with a report, or of one kind of school: "-dental".
inline std::vector<std::string> reported_codes(const std::string& folder, const std::string& kind = "") {
  const std::string ending = kind + "-synthetic-2026.json";
  std::vector<std::string> codes;
  for (const auto& entry : std::filesystem::directory_iterator(folder + "/reports")) {
    const std::string name = entry.path().filename();
    if (name.ends_with(ending))
      codes.push_back(name.substr(0, name.size() - std::string("-synthetic-2026.json").size()));
  }
  std::ranges::sort(codes);
  return codes;
}

}  // namespace smm::program
