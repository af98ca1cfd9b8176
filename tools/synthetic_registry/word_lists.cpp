// SPDX-License-Identifier: Apache-2.0
#include "word_lists.hpp"

#include "assumptions.hpp"

#include <array>
#include <cmath>
#include <utility>

namespace synthetic {
namespace {

using smm::base::Random;
using Names = std::span<const std::string_view>;

constexpr std::string_view common_surnames[] = {
    "SMITH",     "JOHNSON",   "WILLIAMS",  "BROWN",      "JONES",    "GARCIA",     "MILLER",   "DAVIS",
    "RODRIGUEZ", "MARTINEZ",  "HERNANDEZ", "LOPEZ",      "GONZALEZ", "WILSON",     "ANDERSON", "THOMAS",
    "TAYLOR",    "MOORE",     "JACKSON",   "MARTIN",     "LEE",      "PEREZ",      "THOMPSON", "WHITE",
    "HARRIS",    "SANCHEZ",   "CLARK",     "RAMIREZ",    "LEWIS",    "ROBINSON",   "WALKER",   "YOUNG",
    "ALLEN",     "KING",      "WRIGHT",    "SCOTT",      "TORRES",   "NGUYEN",     "HILL",     "FLORES",
    "GREEN",     "ADAMS",     "NELSON",    "BAKER",      "HALL",     "RIVERA",     "CAMPBELL", "MITCHELL",
    "CARTER",    "ROBERTS",   "PATEL",     "KIM",        "CHEN",     "SHAH",       "SINGH",    "KHAN",
    "WANG",      "LI",        "PHILLIPS",  "EVANS",      "TURNER",   "DIAZ",       "PARKER",   "CRUZ",
    "EDWARDS",   "COLLINS",   "REYES",     "STEWART",    "MORRIS",   "MORALES",    "MURPHY",   "COOK",
    "ROGERS",    "GUTIERREZ", "ORTIZ",     "MORGAN",     "COOPER",   "PETERSON",   "BAILEY",   "REED",
    "KELLY",     "HOWARD",    "RAMOS",     "COX",        "WARD",     "RICHARDSON", "WATSON",   "BROOKS",
    "CHAVEZ",    "WOOD",      "O'BRIEN",   "DE LA CRUZ", "VAN DYKE", "MC DONALD",  "AL AMIN",  "ST. JOHN",
    "KAUR",      "MENDOZA",   "RUIZ",      "HUGHES"};

constexpr std::string_view onsets[] = {"B", "BR",  "C",  "CH", "D", "DR", "F", "G", "GR",
                                       "H", "J",   "K",  "KR", "L", "M",  "N", "P", "R",
                                       "S", "SCH", "SH", "ST", "T", "V",  "W", "Z"};
constexpr std::string_view vowels[] = {"A", "E", "I", "O", "U", "AI", "EI", "OU", "Y"};
constexpr std::string_view endings[] = {"",     "N",  "R",   "S",    "CK",   "LL",   "NN",
                                        "RT",   "TZ", "MAN", "SON",  "SKI",  "BERG", "STEIN",
                                        "ELLI", "EZ", "OVA", "WALA", "FORD", "TON"};

constexpr std::string_view women_older[] = {
    "MARY",      "PATRICIA", "LINDA",   "BARBARA", "SUSAN",    "DEBORAH", "KAREN", "NANCY",     "DONNA",
    "CYNTHIA",   "CAROL",    "PAMELA",  "SHARON",  "KATHLEEN", "DIANE",   "JANET", "ELIZABETH", "MARGARET",
    "CATHERINE", "JUDITH",   "REBECCA", "CHERYL",  "TERESA",   "ANN",     "DEBRA", "JOYCE",     "MARTHA"};
constexpr std::string_view women_middle[] = {
    "JENNIFER",  "MICHELLE", "KIMBERLY", "LISA",      "AMY",       "ANGELA",    "MELISSA",
    "STEPHANIE", "HEATHER",  "NICOLE",   "ELIZABETH", "AMANDA",    "CHRISTINE", "REBECCA",
    "KELLY",     "LAURA",    "JESSICA",  "CHRISTINA", "MARIA",     "ANDREA",    "KATHERINE",
    "SARAH",     "PRIYA",    "MING",     "FATIMA",    "GUADALUPE", "JULIE"};
constexpr std::string_view women_younger[] = {
    "ASHLEY",  "JESSICA", "EMILY",     "SAMANTHA", "SARAH",   "HANNAH",  "ALEXANDRA", "LAUREN",    "RACHEL",
    "MEGAN",   "TAYLOR",  "KAYLA",     "MADISON",  "OLIVIA",  "ABIGAIL", "VICTORIA",  "ELIZABETH", "NATALIE",
    "JASMINE", "ANNA",    "GABRIELLA", "SOFIA",    "AALIYAH", "ANJALI",  "MARIA",     "KATHERINE"};
constexpr std::string_view men_older[] = {
    "JAMES",   "ROBERT", "JOHN",   "MICHAEL",  "DAVID",  "WILLIAM", "RICHARD", "THOMAS", "CHARLES",
    "GARY",    "LARRY",  "RONALD", "JOSEPH",   "DONALD", "KENNETH", "STEVEN",  "DENNIS", "PAUL",
    "STEPHEN", "GEORGE", "EDWARD", "LAWRENCE", "PETER",  "FRANK",   "RAYMOND"};
constexpr std::string_view men_middle[] = {
    "MICHAEL", "CHRISTOPHER", "JASON",    "DAVID", "JAMES",    "BRIAN",  "JOHN",    "ROBERT",  "MATTHEW",
    "JEFFREY", "SCOTT",       "DANIEL",   "KEVIN", "MARK",     "ERIC",   "ANTHONY", "TIMOTHY", "GREGORY",
    "JOSE",    "ANDREW",      "BENJAMIN", "WEI",   "MOHAMMED", "RAJESH", "CARLOS"};
constexpr std::string_view men_younger[] = {
    "JACOB",  "MATTHEW",   "JOSHUA",  "NICHOLAS", "ANDREW", "DANIEL",   "TYLER",    "JOSEPH",
    "RYAN",   "ALEXANDER", "ZACHARY", "SAMUEL",   "NATHAN", "BENJAMIN", "ETHAN",    "WILLIAM",
    "AUSTIN", "JUAN",      "LUIS",    "AHMED",    "ARJUN",  "NOAH",     "JONATHAN", "CAMERON"};

constexpr std::pair<std::string_view, std::string_view> nicknames[] = {
    {"ELIZABETH", "LIZ"},     {"MARGARET", "PEGGY"}, {"CATHERINE", "CATHY"}, {"KATHERINE", "KATE"},
    {"PATRICIA", "PATTY"},    {"SUSAN", "SUE"},      {"DEBORAH", "DEBBIE"},  {"REBECCA", "BECKY"},
    {"JENNIFER", "JEN"},      {"KIMBERLY", "KIM"},   {"CHRISTINE", "CHRIS"}, {"CHRISTINA", "TINA"},
    {"STEPHANIE", "STEPH"},   {"JESSICA", "JESS"},   {"SAMANTHA", "SAM"},    {"ALEXANDRA", "ALEX"},
    {"VICTORIA", "VICKY"},    {"ABIGAIL", "ABBY"},   {"AMANDA", "MANDY"},    {"ROBERT", "BOB"},
    {"WILLIAM", "BILL"},      {"RICHARD", "RICK"},   {"JAMES", "JIM"},       {"MICHAEL", "MIKE"},
    {"DAVID", "DAVE"},        {"THOMAS", "TOM"},     {"CHARLES", "CHUCK"},   {"JOSEPH", "JOE"},
    {"KENNETH", "KEN"},       {"STEVEN", "STEVE"},   {"EDWARD", "ED"},       {"LAWRENCE", "LARRY"},
    {"CHRISTOPHER", "CHRIS"}, {"MATTHEW", "MATT"},   {"DANIEL", "DAN"},      {"ANTHONY", "TONY"},
    {"TIMOTHY", "TIM"},       {"GREGORY", "GREG"},   {"ANDREW", "DREW"},     {"BENJAMIN", "BEN"},
    {"JACOB", "JAKE"},        {"JOSHUA", "JOSH"},    {"NICHOLAS", "NICK"},   {"ALEXANDER", "ALEX"},
    {"ZACHARY", "ZACH"},      {"SAMUEL", "SAM"},     {"NATHAN", "NATE"},     {"JONATHAN", "JON"},
    {"PAMELA", "PAM"},        {"TERESA", "TERRY"},   {"CYNTHIA", "CINDY"},   {"JEFFREY", "JEFF"}};

constexpr std::string_view physician_taxonomies[] = {"207Q00000X", "207R00000X", "208000000X", "207V00000X",
                                                     "2084P0800X", "207P00000X", "207L00000X", "2085R0202X",
                                                     "208600000X", "207RC0000X", "208M00000X", "390200000X"};
constexpr std::string_view dentist_taxonomies[] = {"122300000X", "1223G0001X", "1223P0221X", "1223X0400X"};
constexpr std::string_view nurse_taxonomies[] = {"363LF0000X", "363LA2200X", "363LP0200X",
                                                 "363LP0808X", "363L00000X", "363LG0600X"};
constexpr std::string_view assistant_taxonomies[] = {"363A00000X", "363AM0700X", "363AS0400X"};
constexpr std::string_view registered_taxonomies[] = {"163W00000X", "163WC0200X", "163WG0000X"};
constexpr std::string_view other_taxonomies[] = {"225100000X", "1041C0700X", "101YM0800X", "103T00000X",
                                                 "111N00000X", "183500000X", "235Z00000X", "106S00000X"};

constexpr Profession professions[] = {
    {"M.D.", "medicine_md", "207R00000X", physician_taxonomies, 0.19, 1},
    {"MD", "medicine_md", "207Q00000X", physician_taxonomies, 0.07, 1},
    {"D.O.", "medicine_do", "207Q00000X", physician_taxonomies, 0.04, 1},
    {"DDS", "dentistry", "1223G0001X", dentist_taxonomies, 0.03, 0},
    {"DMD", "dentistry", "122300000X", dentist_taxonomies, 0.015, 0},
    {"NP", "nursing_graduate", "363LF0000X", nurse_taxonomies, 0.07, 1},
    {"PA-C", "physician_assistant", "363A00000X", assistant_taxonomies, 0.04, 1},
    {"RN", "nursing_bsn", "163W00000X", registered_taxonomies, 0.10, 3},
    {"LCSW", "social_work", "1041C0700X", other_taxonomies, 0.10, 3},
    {"PT", "physical_therapy", "225100000X", other_taxonomies, 0.10, 1},
    {"", "other", "106S00000X", other_taxonomies, 0.245, 2}};

constexpr State states[] = {
    {"CA", 39.2, 900, 961}, {"TX", 29.5, 750, 799}, {"FL", 21.8, 320, 349}, {"NY", 19.8, 100, 149},
    {"PA", 13.0, 150, 196}, {"IL", 12.7, 600, 629}, {"OH", 11.8, 430, 459}, {"GA", 10.8, 300, 319},
    {"NC", 10.6, 270, 289}, {"MI", 10.1, 480, 499}, {"NJ", 9.3, 70, 89},    {"VA", 8.6, 220, 246},
    {"WA", 7.7, 980, 994},  {"AZ", 7.3, 850, 865},  {"MA", 7.0, 10, 27},    {"TN", 7.0, 370, 385},
    {"IN", 6.8, 460, 479},  {"MD", 6.2, 206, 219},  {"MO", 6.2, 630, 658},  {"WI", 5.9, 530, 549},
    {"CO", 5.8, 800, 816},  {"MN", 5.7, 550, 567},  {"SC", 5.2, 290, 299},  {"AL", 5.0, 350, 369},
    {"LA", 4.6, 700, 714},  {"KY", 4.5, 400, 427},  {"OR", 4.2, 970, 979},  {"OK", 4.0, 730, 749},
    {"CT", 3.6, 60, 69},    {"UT", 3.3, 840, 847},  {"IA", 3.2, 500, 528},  {"NV", 3.1, 889, 898},
    {"AR", 3.0, 716, 729},  {"MS", 2.9, 386, 397},  {"KS", 2.9, 660, 679},  {"NM", 2.1, 870, 884},
    {"NE", 2.0, 680, 693},  {"ID", 1.9, 832, 838},  {"WV", 1.8, 247, 268},  {"HI", 1.4, 967, 968},
    {"NH", 1.4, 30, 38},    {"ME", 1.4, 39, 49},    {"MT", 1.1, 590, 599},  {"RI", 1.1, 28, 29},
    {"DE", 1.0, 197, 199},  {"SD", 0.9, 570, 577},  {"ND", 0.8, 580, 588},  {"AK", 0.7, 995, 999},
    {"DC", 0.7, 200, 205},  {"VT", 0.6, 50, 59},    {"WY", 0.6, 820, 831},  {"PR", 3.2, 6, 9}};

template <class List>
const auto& weighted(Random& random, const List& list) {
  double all = 0;
  for (const auto& entry : list) all += entry.weight;
  double left = random.uniform() * all;
  for (const auto& entry : list)
    if ((left -= entry.weight) < 0) return entry;
  return list[0];
}

template <class List>
const auto& any_of(Random& random, const List& list) {
  return list[random.below(std::size(list))];
}

// Made from the rank alone, so that a rank has one name: three parts of the rank's digits in mixed base.
std::string surname_of_rank(std::uint64_t rank) {
  std::string name;
  name += onsets[rank % std::size(onsets)];
  rank /= std::size(onsets);
  name += vowels[rank % std::size(vowels)];
  rank /= std::size(vowels);
  name += onsets[rank % std::size(onsets)];
  rank /= std::size(onsets);
  name += vowels[rank % std::size(vowels)];
  rank /= std::size(vowels);
  name += endings[rank % std::size(endings)];
  return name;
}

}  // namespace

// A weight of one over the rank plus 60: of 250,000 surnames, the hundred most common have a fifth.
std::string draw_surname(Random& random) {
  const double flatness = assumed().surname_flatness;
  const double most = std::log((assumed().surname_count + flatness) / flatness);
  const auto rank = static_cast<std::uint64_t>(flatness * (std::exp(random.uniform() * most) - 1));
  if (rank < std::size(common_surnames)) return std::string(common_surnames[rank]);
  return surname_of_rank(rank * 7919);
}

namespace {

Names first_names_of(Random& random, bool female, int birth_year) {
  const int shifted = birth_year + static_cast<int>(random.roughly_normal() * 6);
  const Names lists[2][3] = {{men_older, men_middle, men_younger},
                             {women_older, women_middle, women_younger}};
  return lists[female ? 1 : 0][shifted < 1963 ? 0 : shifted < 1985 ? 1 : 2];
}

}  // namespace

std::string_view draw_first_name(Random& random, bool female, int birth_year) {
  const Names names = first_names_of(random, female, birth_year);
  // The first of a list are the most common.
  const double place = random.uniform() * random.uniform();
  return names[static_cast<std::size_t>(place * static_cast<double>(names.size()))];
}

std::string_view first_name_of_origin(Random& random, bool female, int birth_year, std::string_view surname) {
  const Names names = first_names_of(random, female, birth_year);
  std::size_t origin = 0;
  for (const char letter : surname) origin = origin * 31 + static_cast<unsigned char>(letter);
  return names[(origin % 5 * 5 + random.below(5)) % names.size()];
}

std::string_view nickname_of(std::string_view first) {
  for (const auto& [name, nickname] : nicknames) {
    if (name == first) return nickname;
    if (nickname == first) return name;
  }
  return {};
}

const Profession& draw_profession(Random& random) {
  return weighted(random, professions);
}

const State& draw_state(Random& random) {
  return weighted(random, states);
}

double profession_share(std::string_view credential) {
  double all = 0, own = 0;
  for (const Profession& profession : professions) {
    all += profession.weight;
    if (profession.credential == credential) own += profession.weight;
  }
  return own / all;
}

double state_share(std::string_view code) {
  double all = 0, own = 0;
  for (const State& state : states) {
    all += state.weight;
    if (state.code == code) own += state.weight;
  }
  return own / all;
}

std::string draw_city(Random& random, const State& state) {
  const double place = random.uniform() * random.uniform();
  const auto town = static_cast<std::uint64_t>(place * 400);
  std::string name = surname_of_rank((static_cast<std::uint64_t>(state.zip_first) * 400 + town) * 613);
  constexpr std::string_view ends[] = {"", "VILLE", " CITY", " SPRINGS", "TON", " BEACH", ""};
  return name += ends[town % std::size(ends)];
}

std::string draw_street(Random& random) {
  constexpr std::string_view kinds[] = {"ST", "AVE", "RD", "BLVD", "DR", "LN", "WAY", "PKWY"};
  constexpr std::string_view parts[] = {"", "", "", " STE 100", " STE 200", " FL 2"};
  std::string street = std::to_string(1 + random.below(9900)) + " ";
  street += surname_of_rank(random.below(4000) * 101);
  street.append(" ").append(any_of(random, kinds)).append(any_of(random, parts));
  return street;
}

std::string draw_zip(Random& random, const State& state) {
  const auto area = static_cast<std::uint64_t>(state.zip_first) +
                    random.below(static_cast<std::uint64_t>(state.zip_last - state.zip_first + 1));
  std::string zip = std::to_string(1000000000 + area * 1000000 + random.below(60) * 10000);
  zip.erase(0, 1);
  const std::string four = std::to_string(10001 + random.below(9998));
  return zip.substr(0, 5) + (random.chance(0.8) ? four.substr(1) : "");
}

}  // namespace synthetic
