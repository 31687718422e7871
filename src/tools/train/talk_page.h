// Pages of a talk with a customer (role_play.h).
#pragma once

#include <string>

#include "amends/training/exercise.h"
#include "amends/training/role_play.h"
#include "tools/train/page.h"

namespace amends {

// Numbers from 0 to kFullGauge in a word: “upset”, “a little”.
std::string MoodWord(int mood);
std::string TrustWord(int trust);

// What the customer has said last, and how they feel.
Page TalkPage(const training::Exercise& role_play,
              const training::Performance& performance);

// How it ended, and turn by turn what each reply has done and what would have helped.
Page DebriefPage(const training::Exercise& role_play,
                 const training::Performance& performance);

}  // namespace amends
