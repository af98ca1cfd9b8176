// SPDX-License-Identifier: Apache-2.0
#include "app/rosters/candidates.hpp"

#include <algorithm>
#include <array>

#include "app/rosters/problems.hpp"
#include "app/rounds/roster.hpp"
#include "exchange/problems.hpp"

namespace smm::app {
namespace {

namespace why = rosters_problem;

// ---- Rules, for what nobody has reviewed.

bool says(const Institution& one, std::string_view word) {
  return one.name.find(word) != std::string::npos;
}

bool teaches_nurses_likely(const Institution& one) {
  static constexpr std::array<std::string_view, 5> broad = {"R1", "R2", "doctoral", "masters", "special"};
  const bool is_broad = one.carnegie != "special" && std::ranges::find(broad, one.carnegie) != broad.end();
  return says(one, "Nursing") || says(one, "Health Science") || (is_broad && one.control != "for_profit");
}

std::vector<std::string> assumed_programmes(const Institution& one) {
  std::vector<std::string> programmes;
  if (one.medical) programmes.emplace_back(says(one, "Osteopathic") ? "medicine_do" : "medicine_md");
  if (one.two_year && one.control == "public" && one.highest_award == 3)
    programmes.emplace_back("nursing_adn");
  if (!one.two_year && one.highest_award >= 5 && teaches_nurses_likely(one)) {
    programmes.emplace_back("nursing_bsn");
    if (one.highest_award >= 7) programmes.emplace_back("nursing_msn");
  }
  return programmes;
}

class CandidateListing {
 public:
  CandidateListing(const std::vector<Institution>& institutions, const std::vector<Reviewed>& reviewed)
      : institutions_(institutions), reviewed_(reviewed) {}

  base::Result<std::vector<Candidate>> list() {
    for (const Reviewed& line : reviewed_) check(line);
    if (!problems_.empty()) return problems_;
    for (const Institution& one : institutions_) add_all_of(one);
    return std::move(candidates_);
  }

 private:
  void check(const Reviewed& line) {
    const auto same = [&](const Reviewed& other) {
      return other.unitid == line.unitid && other.programme == line.programme;
    };
    const base::Place place{"reviewed list", line.line, 0};
    if (!std::ranges::binary_search(institutions_, line.unitid, {}, &Institution::id))
      problems_.emplace_back(why::ipeds_review, "the file has no active institution " + line.unitid, place);
    if (std::ranges::count_if(reviewed_, same) > 1)
      problems_.emplace_back(why::ipeds_review, line.programme + " of " + line.unitid + " stands twice",
                             place);
  }

  void add_all_of(const Institution& one) {
    const std::size_t begin = candidates_.size();
    std::vector<std::string> decided;
    for (const Reviewed& line : reviewed_) {
      if (line.unitid != one.id) continue;
      decided.push_back(line.programme);
      if (line.include) candidates_.push_back({one, line.programme, CandidateBasis::reviewed, line.note});
    }
    // Where somebody looked at an institution's medicine, the flag has nothing more to say.
    const bool medicine_decided = std::ranges::any_of(
        decided, [](const std::string& programme) { return programme.starts_with("medicine_"); });
    for (const std::string& programme : assumed_programmes(one)) {
      if (programme.starts_with("medicine_") ? medicine_decided
                                             : std::ranges::find(decided, programme) != decided.end())
        continue;
      candidates_.push_back({one, programme, CandidateBasis::assumed, ""});
    }
    std::ranges::sort(candidates_.begin() + static_cast<std::ptrdiff_t>(begin), candidates_.end(), {},
                      &Candidate::programme);
  }

  const std::vector<Institution>& institutions_;
  const std::vector<Reviewed>& reviewed_;
  std::vector<Candidate> candidates_;
  base::Problems problems_;
};

// ---- As a roster.

struct SchoolForm {
  std::string_view programme;
  std::string_view code;  // what follows the institution's id
  std::string_view name;  // what follows the institution's name
};

// Programs of one school stand under one code: the nursing programs of an institution have one dean.
constexpr SchoolForm school_forms[] = {
    {"medicine_md", "-md", ", medicine"},     {"medicine_do", "-do", ", osteopathic medicine"},
    {"dentistry", "-dental", ", dentistry"},  {"nursing_bsn", "-nursing", ", nursing"},
    {"nursing_msn", "-nursing", ", nursing"}, {"nursing_adn", "-adn", ", nursing (associate degree)"}};

SchoolForm form_of(const std::string& programme) {
  const auto found = std::ranges::find(school_forms, programme, &SchoolForm::programme);
  return found == std::end(school_forms) ? SchoolForm{programme, "-other", ""} : *found;
}

RosterSchool school_of_candidate(const Candidate& candidate) {
  const Institution& one = candidate.institution;
  const SchoolForm form = form_of(candidate.programme);
  RosterSchool school;
  school.code = one.id + std::string(form.code);
  school.name = one.name + std::string(form.name);
  school.programmes = {candidate.programme};
  school.frame = {one.id,       one.system, one.control,  one.state,
                  one.division, one.size,   one.carnegie, one.locale};
  school.contacts.address = one.address;
  return school;
}

}  // namespace

std::string_view to_string(CandidateBasis basis) {
  return basis == CandidateBasis::reviewed ? "reviewed" : "assumed";
}

base::Result<std::vector<Reviewed>> read_reviewed(const base::Table& table) {
  base::Problems problems;
  std::array<std::size_t, 4> at{};
  constexpr std::array names = {"unitid", "programme", "decision", "note"};
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto column = table.column(names[i]);
    if (!column)
      problems.emplace_back(exchange::problem::csv_missing_column,
                            std::string("a reviewed list has a column ") + names[i],
                            base::Place{table.source, 1, 0});
    at[i] = column.value_or(0);
  }
  if (!problems.empty()) return problems;
  std::vector<Reviewed> lines;
  for (const base::TableRow& row : table.rows) {
    const std::string& decision = row.cells[at[2]];
    if (decision != "include" && decision != "leave_out")
      problems.emplace_back(why::ipeds_review, "\"" + decision + "\" is no decision: include or leave_out",
                            table.place(row));
    lines.push_back({row.cells[at[0]], row.cells[at[1]], decision == "include", row.cells[at[3]], row.line});
  }
  if (!problems.empty()) return problems;
  return lines;
}

base::Result<std::vector<Candidate>> candidates_of(const std::vector<Institution>& institutions,
                                                   const std::vector<Reviewed>& reviewed) {
  return CandidateListing(institutions, reviewed).list();
}

std::string candidates_csv(const std::vector<Candidate>& candidates) {
  std::vector<RosterSchool> schools;
  RosterRemarks remarks;
  for (const Candidate& candidate : candidates) {
    schools.push_back(school_of_candidate(candidate));
    remarks[{schools.back().code, candidate.programme}] = {std::string(to_string(candidate.basis)),
                                                           candidate.note};
  }
  return roster_csv(schools, remarks);
}

}  // namespace smm::app
