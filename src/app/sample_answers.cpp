// SPDX-License-Identifier: Apache-2.0
#include "app/sample_answers.hpp"

#include <algorithm>
#include <cmath>

#include "app/sample_value.hpp"
#include "exchange/csv.hpp"
#include "instrument/routing.hpp"

namespace smm::app {
namespace {

using instrument::Answer;
using instrument::AnswerState;
using instrument::Edition;
using instrument::Item;
using instrument::Questionnaire;
using instrument::Route;

struct School {
  std::string id;
  double leaning = 0.5;
  std::vector<std::size_t> programmes;
};

struct Form {
  Questionnaire questionnaire;
  instrument::RoutePlan routes;
};

// What one school says about one item, in the words of the answer file.
struct Said {
  std::string state;
  std::string value;
  std::string reason;
};

std::string school_number(int number) {
  std::string digits = std::to_string(number);
  return "sample-" + std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits;
}

School invent_school(const Edition& edition, int number, base::Random& random) {
  School school{school_number(number + 1), std::clamp(0.5 + 0.2 * random.roughly_normal(), 0.0, 1.0), {}};
  const std::size_t first = static_cast<std::size_t>(number) % edition.programmes.size();
  school.programmes.push_back(first);
  if (number % 4 != 3) return school;
  for (std::size_t other = 0; other < edition.programmes.size(); ++other) {
    const bool sibling =
        other != first && edition.programmes[other].profession == edition.programmes[first].profession;
    if (sibling && school.programmes.size() < 2) school.programmes.push_back(other);
  }
  return school;
}

Said missing_answer(const Item& item, base::Random& random) {
  const bool scored = item.scored != instrument::Scored::no;
  switch (random.below(scored ? 6 : 3)) {
    case 0:
      return {"not_answered", "", ""};
    case 1:
      return {"not_known", "", ""};
    case 2:
      return {"declined", "", ""};
    case 3:
      return {"not_collected", "", ""};
    case 4:
      return {"not_applicable", "", "Invented for the sample: does not arise here."};
    default:
      if (item.legal.empty()) return {"not_known", "", ""};
      return {"not_permitted", "", "Invented for the sample: Board Rule 1-2."};
  }
}

// One school's sheets, item by item in routing order, so that nothing is answered that is not asked.
class SchoolAnswers {
 public:
  SchoolAnswers(const School& school, const SampleRequest& request, base::Random& random,
                exchange::CsvWriter& csv, const Edition& edition)
      : school_(school),
        request_(request),
        random_(random),
        csv_(csv),
        edition_(edition),
        shared_(edition.items.size()) {}

  void write_sheet(const Form& form) {
    std::vector<Answer> answers(form.questionnaire.items.size());
    std::vector<Route> routes(answers.size(), Route::asked);
    for (const std::size_t at : form.routes.order) {
      const auto& [position, item] = form.questionnaire.items[at];
      if (item.ask_if) route_answers(form.routes, form.questionnaire, answers, routes);
      if (routes[at] != Route::asked) continue;
      const bool first = !item.shared || !shared_[position];
      const Said said = first ? say(item, form.questionnaire.years) : *shared_[position];
      std::optional<base::Problem> problem;
      parse_answer(item, form.questionnaire.years, {said.state, said.value, said.reason}, answers[at],
                   problem);
      if (item.shared) shared_[position] = said;
      if (first && said.state != "not_answered") write_row(form, item, said);
    }
  }

 private:
  Said say(const Item& item, int years) {
    const double own = std::clamp(school_.leaning + 0.2 * random_.roughly_normal(), 0.0, 1.0);
    if (random_.chance(request_.missing)) return missing_answer(item, random_);
    return {"answered", sample_value(item, years, own, random_), ""};
  }

  void write_row(const Form& form, const Item& item, const Said& said) {
    const std::string& programme = edition_.programmes[form.questionnaire.programme].id;
    csv_.row({school_.id, item.shared ? std::string_view{} : std::string_view(programme), item.id, said.state,
              said.value, said.reason});
  }

  const School& school_;
  const SampleRequest& request_;
  base::Random& random_;
  exchange::CsvWriter& csv_;
  const Edition& edition_;
  std::vector<std::optional<Said>> shared_;  // by position in Edition::items
};

}  // namespace

std::string sample_answers(const Edition& edition, const SampleRequest& request) {
  std::vector<Form> forms;
  for (std::size_t p = 0; p < edition.programmes.size(); ++p) {
    Questionnaire questionnaire = questionnaire_for(edition, p);
    instrument::RoutePlan routes = plan_routes(edition, questionnaire);
    forms.push_back({std::move(questionnaire), std::move(routes)});
  }
  base::Random random(request.seed);
  std::string text;
  exchange::CsvWriter csv(text);
  csv.row({"school_id", "programme", "item_id", "state", "value", "reason"});
  for (int number = 0; number < request.schools; ++number) {
    const School school = invent_school(edition, number, random);
    SchoolAnswers answers(school, request, random, csv, edition);
    for (const std::size_t programme : school.programmes) answers.write_sheet(forms[programme]);
  }
  return text;
}

}  // namespace smm::app
