// SPDX-License-Identifier: Apache-2.0
#include "report/response_map.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "render/html.hpp"

namespace smm::report {
namespace {

struct Tile {
  std::string_view state;
  int column;
  int row;
};

// The layout that newsrooms use, roughly where the states lie.
constexpr auto tiles = std::to_array<Tile>(
    {{"AK", 0, 0},  {"ME", 10, 0}, {"VT", 9, 1}, {"NH", 10, 1}, {"WA", 0, 2}, {"ID", 1, 2}, {"MT", 2, 2},
     {"ND", 3, 2},  {"MN", 4, 2},  {"IL", 5, 2}, {"WI", 6, 2},  {"MI", 7, 2}, {"NY", 8, 2}, {"RI", 9, 2},
     {"MA", 10, 2}, {"OR", 0, 3},  {"NV", 1, 3}, {"WY", 2, 3},  {"SD", 3, 3}, {"IA", 4, 3}, {"IN", 5, 3},
     {"OH", 6, 3},  {"PA", 7, 3},  {"NJ", 8, 3}, {"CT", 9, 3},  {"CA", 0, 4}, {"UT", 1, 4}, {"CO", 2, 4},
     {"NE", 3, 4},  {"MO", 4, 4},  {"KY", 5, 4}, {"WV", 6, 4},  {"VA", 7, 4}, {"MD", 8, 4}, {"DE", 9, 4},
     {"AZ", 1, 5},  {"NM", 2, 5},  {"KS", 3, 5}, {"AR", 4, 5},  {"TN", 5, 5}, {"NC", 6, 5}, {"SC", 7, 5},
     {"DC", 8, 5},  {"OK", 3, 6},  {"LA", 4, 6}, {"MS", 5, 6},  {"AL", 6, 6}, {"GA", 7, 6}, {"HI", 0, 7},
     {"TX", 3, 7},  {"FL", 8, 7},  {"PR", 10, 7}});

constexpr int side = 54;
constexpr int tile_pitch = 58;

std::string tile_svg(const Tile& tile, const StateCount& count) {
  const int band = response_band(count);
  const std::string name = band < 0 ? "map-none" : "map-" + std::to_string(band);
  const int x = tile.column * tile_pitch + 2;
  const int y = tile.row * tile_pitch + 2;
  std::string svg =
      fmt::format(R"(<g class="map-tile {}"><rect x="{}" y="{}" width="{}" height="{}" rx="5"/>)", name, x, y,
                  side, side);
  svg += fmt::format(R"(<text class="map-state" x="{}" y="{}">{}</text>)", x + side / 2, y + 23, tile.state);
  if (band >= 0)
    svg += fmt::format(R"(<text class="map-count" x="{}" y="{}">{}/{}</text>)", x + side / 2, y + 42,
                       count.submitted, count.invited);
  return svg + "</g>\n";
}

}  // namespace

bool has_tile(std::string_view state) {
  return std::ranges::find(tiles, state, &Tile::state) != tiles.end();
}

int response_band(const StateCount& state) {
  if (state.invited == 0) return -1;
  return std::min<int>(3, static_cast<int>(4 * state.submitted / state.invited));
}

std::string response_map(const std::vector<StateCount>& states, std::string_view id, std::string_view title,
                         std::string_view description) {
  std::string svg = fmt::format(
      "<svg class=\"state-map\" viewBox=\"0 0 {} {}\" role=\"img\" aria-labelledby=\"{}-title {}-text\">\n"
      "<title id=\"{}-title\">{}</title>\n<desc id=\"{}-text\">{}</desc>\n",
      11 * tile_pitch, 8 * tile_pitch, id, id, id, render::escape_html(title), id,
      render::escape_html(description));
  for (const Tile& tile : tiles) {
    const auto found = std::ranges::find(states, tile.state, &StateCount::state);
    svg += tile_svg(tile, found == states.end() ? StateCount{} : *found);
  }
  return svg + "</svg>\n";
}

}  // namespace smm::report
