// Work done on several threads whose outcomes are handed on in the order of the jobs.
// Jobs are fetched on the calling thread and held back while too many are under way, so
// that memory stays bounded however many there are; an outcome is handed on as soon as it
// is its turn, even while the next job is waited for.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace amends {

template <typename Job, typename Outcome>
class OrderedWork {
 public:
  using Next = std::function<std::optional<Job>()>;  // nothing = there are no more
  using Work = std::function<Outcome(Job)>;          // from several threads at once
  using HandOn = std::function<void(Outcome)>;       // from one thread at a time

  // Does all of it; with one thread on the calling thread alone. What a function throws
  // stops the work and is thrown on.
  static void Run(size_t threads, const Next& next, const Work& work,
                  const HandOn& hand_on) {
    if (threads <= 1) {
      while (std::optional<Job> job = next()) hand_on(work(std::move(*job)));
      return;
    }
    OrderedWork(threads, work, hand_on).RunAll(next);
  }

 private:
  struct Slot {
    Job job;
    std::optional<Outcome> outcome;
  };

  OrderedWork(size_t threads, const Work& work, const HandOn& hand_on)
      : work_(work), hand_on_(hand_on), most_(threads * 4) {
    for (size_t i = 0; i < threads; ++i) {
      threads_.emplace_back([this] { Guarded(&OrderedWork::DoJobs); });
    }
    threads_.emplace_back([this] { Guarded(&OrderedWork::HandOnAll); });
  }

  void RunAll(const Next& next) {
    try {
      while (std::optional<Job> job = next()) {
        if (!Add(std::move(*job))) break;
      }
    } catch (...) {
      Fail(std::current_exception());
    }
    Close();
    threads_.clear();  // joins them
    if (failure_) std::rethrow_exception(failure_);
  }

  // False once something has failed.
  bool Add(Job job) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return in_order_.size() < most_ || failure_; });
    if (failure_) return false;
    auto slot = std::make_shared<Slot>(Slot{std::move(job), std::nullopt});
    in_order_.push_back(slot);
    waiting_.push_back(std::move(slot));
    changed_.notify_all();
    return true;
  }

  void Close() {
    const std::scoped_lock lock(mutex_);
    closed_ = true;
    changed_.notify_all();
  }

  void Fail(std::exception_ptr failure) {
    const std::scoped_lock lock(mutex_);
    if (!failure_) failure_ = std::move(failure);
    changed_.notify_all();
  }

  void Guarded(void (OrderedWork::*run)()) {
    try {
      (this->*run)();
    } catch (...) {
      Fail(std::current_exception());
    }
  }

  void DoJobs() {
    while (std::shared_ptr<Slot> slot = TakeWaiting()) {
      Outcome outcome = work_(std::move(slot->job));
      const std::scoped_lock lock(mutex_);
      slot->outcome = std::move(outcome);
      changed_.notify_all();
    }
  }

  std::shared_ptr<Slot> TakeWaiting() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return !waiting_.empty() || closed_ || failure_; });
    if (waiting_.empty() || failure_) return nullptr;
    std::shared_ptr<Slot> slot = std::move(waiting_.front());
    waiting_.pop_front();
    return slot;
  }

  void HandOnAll() {
    while (std::optional<Outcome> outcome = TakeFirst()) hand_on_(std::move(*outcome));
  }

  std::optional<Outcome> TakeFirst() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] {
      return failure_ ||
             (in_order_.empty() ? closed_ : in_order_.front()->outcome.has_value());
    });
    if (in_order_.empty() || failure_) return std::nullopt;
    std::optional<Outcome> outcome = std::move(in_order_.front()->outcome);
    in_order_.pop_front();
    changed_.notify_all();
    return outcome;
  }

  const Work& work_;
  const HandOn& hand_on_;
  const size_t most_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::shared_ptr<Slot>> in_order_;  // not yet handed on
  std::deque<std::shared_ptr<Slot>> waiting_;   // not yet begun
  std::exception_ptr failure_;
  bool closed_ = false;
  std::vector<std::jthread> threads_;  // the last member: they use the others
};

}  // namespace amends
