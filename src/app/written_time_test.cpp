// SPDX-License-Identifier: Apache-2.0
#include "app/written_time.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "exchange/yaml.hpp"

namespace smm::app {
namespace {

render::Texts shipped_texts() {
  const std::string path = "content/i18n/en.yaml";
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  return render::Texts::from(exchange::parse_yaml(bytes, path).value()).value();
}

LocalTime at(int hour, int minute, int second) {
  using namespace std::chrono;
  return {year{2026} / November / 22, hour, minute, second, "EST", -5 * 3600};
}

TEST(WrittenTime, IsWhatAnAmericanReads) {
  const render::Texts texts = shipped_texts();
  EXPECT_EQ(written_time(at(12, 4, 31), texts), "Nov 22, 2026, 12:04:31 p.m. EST");
  EXPECT_EQ(written_time(at(0, 0, 0), texts), "Nov 22, 2026, 12:00:00 a.m. EST");
  EXPECT_EQ(written_time(at(11, 59, 59), texts), "Nov 22, 2026, 11:59:59 a.m. EST");
  EXPECT_EQ(written_time(at(23, 59, 59), texts), "Nov 22, 2026, 11:59:59 p.m. EST");
  EXPECT_EQ(written_time(at(13, 10, 5), texts), "Nov 22, 2026, 1:10:05 p.m. EST");
}

TEST(WrittenTime, EveryMonthHasItsName) {
  const render::Texts texts = shipped_texts();
  std::string months;
  for (unsigned month = 1; month <= 12; ++month)
    months += written_day(std::chrono::year{2027} / static_cast<int>(month) / 1, texts).substr(0, 4);
  EXPECT_EQ(months, "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec ");
}

}  // namespace
}  // namespace smm::app
