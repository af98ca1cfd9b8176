// SPDX-License-Identifier: Apache-2.0
#include "report/route_sentence.hpp"

#include <fmt/format.h>

#include "base/assert.hpp"

namespace smm::report {
namespace {

using expression::Node;
using expression::Operation;
using instrument::ItemType;

std::string number_key(const instrument::Item& item) {
  switch (item.type) {
    case ItemType::phase:
      return "route.phase";
    case ItemType::share:
      return "route.share";
    case ItemType::ratio:
      return "route.ratio";
    case ItemType::two_shares:
      return item.compare == instrument::Compare::ratio ? "route.quotient" : "route.difference";
    case ItemType::money:
      return "route.money";
    case ItemType::year_grid:
      return "route.year_grid";
    default:
      return "route.count";
  }
}

std::string comparison_key(Operation operation) {
  switch (operation) {
    case Operation::equal:
      return "route.equal";
    case Operation::not_equal:
      return "route.not_equal";
    case Operation::less:
      return "route.less";
    case Operation::less_equal:
      return "route.less_equal";
    case Operation::greater:
      return "route.greater";
    case Operation::greater_equal:
      return "route.greater_equal";
    case Operation::add:
      return "route.add";
    case Operation::subtract:
      return "route.subtract";
    case Operation::multiply:
      return "route.multiply";
    case Operation::divide:
      return "route.divide";
    default:
      return "";
  }
}

class RouteWording {
 public:
  RouteWording(const expression::Expression& route, const instrument::Edition& edition,
               const QuestionNames& names, const render::Texts& texts)
      : nodes_(route.nodes), edition_(edition), names_(names), texts_(texts) {}

  // `inside`: within another condition, where "a or b" needs parentheses.
  std::string words(std::size_t at, bool inside) const {
    const Node& node = nodes_[at];
    switch (node.operation) {
      case Operation::constant_truth:
        return texts_(node.number != 0 ? "route.always" : "route.never");
      case Operation::constant_number:
        return fmt::format("{}", node.number);
      case Operation::named_truth:
        return texts_("route.is", {{"question", question(node).name}, {"options", option_words(node, 1)}});
      case Operation::is:
      case Operation::in:
      case Operation::is_not:
        return choice_words(node);
      case Operation::includes:
        return texts_("route.includes",
                      {{"question", question(node).name}, {"options", option_words(node, node.options)}});
      case Operation::negation:
        return texts_("route.not", {{"condition", words(at + 1, true)}});
      case Operation::conjunction:
      case Operation::disjunction:
        return joined_conditions(at, inside);
      default:
        return other_words(at);
    }
  }

 private:
  NamedQuestion question(const Node& node) const { return names_(static_cast<std::size_t>(node.handle)); }

  // What the options of `bits` are called, as "“a”, “b” or “c”".
  std::string option_words(const Node& node, std::uint64_t bits) const {
    std::vector<std::string> labels;
    for (std::size_t i = 0; bits >> i != 0; ++i) {
      if ((bits >> i & 1U) != 0) labels.push_back(texts_("route.quoted", {{"text", option_label(node, i)}}));
      if (i == 63) break;
    }
    return joined(labels, "route.or");
  }

  std::string option_label(const Node& node, std::size_t option) const {
    if (node.handle == instrument::route_programme) return edition_.programmes[option].label;
    if (node.handle == instrument::route_profession) return edition_.professions[option].label;
    return question(node).item->options[option].label;
  }

  std::string choice_words(const Node& node) const {
    const std::string options = option_words(node, node.options);
    const bool negative = node.operation == Operation::is_not;
    if (node.handle == instrument::route_programme || node.handle == instrument::route_profession) {
      const bool programme = node.handle == instrument::route_programme;
      const std::string name = texts_(programme ? "route.the_programme" : "route.the_profession");
      return texts_(negative ? "route.frame_is_not" : "route.frame_is",
                    {{"name", name}, {"options", options}});
    }
    return texts_(negative ? "route.is_not" : "route.is",
                  {{"question", question(node).name}, {"options", options}});
  }

  std::vector<std::string> children(std::size_t at) const {
    std::vector<std::string> all;
    for (std::size_t child = at + 1; child < at + nodes_[at].size; child += nodes_[child].size) {
      all.push_back(words(child, true));
    }
    return all;
  }

  std::string joined(const std::vector<std::string>& parts, const std::string& last_key) const {
    std::string out;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (i > 0) out += i + 1 == parts.size() ? " " + texts_(last_key) + " " : ", ";
      out += parts[i];
    }
    return out;
  }

  std::string joined_conditions(std::size_t at, bool inside) const {
    const bool all = nodes_[at].operation == Operation::conjunction;
    const std::string text = joined(children(at), all ? "route.and" : "route.or");
    return inside ? "(" + text + ")" : text;
  }

  // "at least 2 of ..." reads better than "the number of ... is at least 2".
  std::string at_least_words(std::size_t at) const {
    const Node& left = nodes_[at + 1];
    const Node& right = nodes_[at + 1 + left.size];
    if (right.operation != Operation::constant_number) return "";
    const std::string n = fmt::format("{}", right.number);
    if (left.operation == Operation::count_options) {
      return texts_(right.number == 1 ? "route.chosen_one" : "route.chosen_some",
                    {{"n", n}, {"question", question(left).name}});
    }
    if (left.operation != Operation::count_of) return "";
    return texts_("route.some_hold", {{"n", n}, {"conditions", joined(children(at + 1), "route.or")}});
  }

  std::string two_sided_words(std::size_t at) const {
    if (nodes_[at].operation == Operation::greater_equal) {
      if (std::string short_form = at_least_words(at); !short_form.empty()) return short_form;
    }
    const std::string left = words(at + 1, true);
    const std::string right = words(at + 1 + nodes_[at + 1].size, true);
    return texts_(comparison_key(nodes_[at].operation), {{"left", left}, {"right", right}});
  }

  std::string other_words(std::size_t at) const {
    const Node& node = nodes_[at];
    switch (node.operation) {
      case Operation::named_number:
        return texts_(number_key(*question(node).item), {{"question", question(node).name}});
      case Operation::count_options:
        return texts_("route.chosen", {{"question", question(node).name}});
      case Operation::answered:
        return texts_("route.answered", {{"question", question(node).name}});
      case Operation::count_of:
        return texts_("route.holding", {{"conditions", joined(children(at), "route.and")}});
      default:
        return two_sided_words(at);
    }
  }

  const std::vector<Node>& nodes_;
  const instrument::Edition& edition_;
  const QuestionNames& names_;
  const render::Texts& texts_;
};

}  // namespace

std::string route_sentence(const instrument::Item& item, const instrument::Edition& edition,
                           const QuestionNames& names, const render::Texts& texts) {
  if (!item.ask_if) return "";
  const std::string condition = RouteWording(*item.ask_if, edition, names, texts).words(0, false);
  return texts("route.only_if", {{"condition", condition}});
}

}  // namespace smm::report
