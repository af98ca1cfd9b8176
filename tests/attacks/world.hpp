// SPDX-License-Identifier: Apache-2.0
// Invented schools over one to four rounds: what is public of them (the frame), and the truth, which no
// attack reads except to judge itself.
//
// A site is one school and program of the frame. A unit is what a dean answers for: the sites of one
// institution in one profession; its value in an area is the plain mean of its sites' scores. Scores are
// 0-100 on the half-point grid; an absent one is an area that the site did not complete. Everything follows
// from the spec, which follows from its seed: the same on every machine.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace smm::attacks {

using Scores = std::vector<std::optional<double>>;  // by area

struct Site {
  std::string school, institution, system, programme, control, division, size, carnegie, locale;
  bool responded = false;
  Scores scores;             // empty unless it responded
  std::vector<int> answers;  // one option of each item, from 0; -1: not answered
};

struct Unit {
  std::string institution, profession;
  std::string dean;  // its system, or itself: who reads with one pair of eyes
  std::vector<int> sites;
  Scores values;
};

struct Round {
  std::vector<Site> frame;
  std::vector<Unit> units;  // that answered, sorted by profession and institution
};

struct WorldSpec {
  std::uint64_t seed = 0;
  std::string profession = "medicine";  // medicine, nursing or dentistry
  int answering = 83;                   // about how many units answer in each round
  int rounds = 1;
  double response = 0.5;    // share of the frame that answers
  double incomplete = 0;    // share of areas that a site leaves incomplete
  double unanswered = 0;    // share of items that a site leaves out
  double at_zero = 0;       // share of scores that are zero
  double in_systems = 0.2;  // share of institutions that belong to a system
  int system_size = 3;
  double stays = 0.85;  // share of those who answered that answer again
  double keeps = 0.7;   // share of stayers' scores that stay as they were
};

struct World {
  WorldSpec spec;
  std::vector<Round> rounds;
};

inline constexpr int areas = 16;
inline constexpr int items = 12;
inline constexpr int options = 5;  // of every item
// The edition's areas, in its order of domains, so that files name what a reader of the edition knows.
const std::vector<std::string>& area_names();

std::string profession_of(const std::string& programme);

// A spec of the hundreds that the bench runs over: 26-400 units, 1-4 rounds, 0-12 % incomplete, some
// professions with half their scores at zero, some rounds in which almost nothing changes.
WorldSpec spec_of(std::uint64_t seed);
World make_world(const WorldSpec& spec);

// Groups sites that answered into units again, after sites were changed by hand.
void gather_units(Round& round);

}  // namespace smm::attacks
