// SPDX-License-Identifier: Apache-2.0
// docs/reference/settings.md lists every setting of the program, in its words. SMM_APPROVE=1 (./dev approve)
// writes the table anew. The sample of docs/howto names only settings that there are.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "cli/settings.hpp"
#include "exchange/toml.hpp"

namespace smm::cli {
namespace {

constexpr const char* settings_page = "docs/reference/settings.md";

std::string text_of(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string word_of(Share share) {
  if (share == Share::office) return "each its own";
  return share == Share::process ? "in common" : "either";
}

std::string table_of_settings() {
  std::string table = "| setting | value | what it is | commands | offices |\n|---|---|---|---|---|\n";
  for (const Setting& setting : settings())
    table += "| `" + std::string(setting.name) + "` | " + std::string(setting.value_name) + " | " +
             std::string(setting.help) + " | " +
             (setting.needed_by_commands ? "all" : "`smm serve`, `smm doctor`") + " | " +
             word_of(setting.share) + " |\n";
  return table;
}

TEST(SettingsPage, ListsEverySetting) {
  const std::string marker = "<!-- table: written by ./dev approve -->\n";
  const std::string text = text_of(settings_page);
  const std::size_t begin = text.find(marker);
  ASSERT_NE(begin, std::string::npos) << settings_page << " has no line " << marker;
  const std::string wanted = text.substr(0, begin) + marker + table_of_settings();
  if (std::getenv("SMM_APPROVE") != nullptr) std::ofstream(settings_page, std::ios::binary) << wanted;
  EXPECT_EQ(text_of(settings_page), wanted) << "./dev approve writes the table anew";
}

TEST(SettingsPage, TheSampleIsOfSettingsThatThereAre) {
  const char* sample = "docs/howto/smm.toml";
  const auto document = exchange::parse_toml(text_of(sample), sample);
  ASSERT_TRUE(document && document->map() != nullptr);
  EXPECT_GT(document->map()->size(), 5U);
  for (const base::MapEntry& entry : *document->map()) {
    const bool known = std::ranges::find(settings(), entry.key, &Setting::name) != settings().end();
    EXPECT_TRUE(known) << entry.key;
  }
}

}  // namespace
}  // namespace smm::cli
