// Where marks lie on the device until the server has answered that it has them: by membership and day, by row number
// and never with a name, for twelve hours at most. Marks that grew too old, or were refused whole, leave behind which
// day it was until somebody has read it; so does an answer that told of marks it had not taken.
"use strict";
const shelfOf = (who) => {
  const HOURS = 12;
  const mine = `marks:${who}:`;
  const lost = `unsent:${who}:`;
  const told = `told:${who}:`;
  const slots = (begin) =>
    Object.keys(localStorage)
      .filter((one) => one.startsWith(begin))
      .sort();
  const days = (begin) =>
    slots(begin).map((slot) => ({ day: slot.slice(begin.length), said: localStorage.getItem(slot) }));
  const drop = (day) => localStorage.removeItem(mine + day);
  const lose = (slot) => {
    localStorage.setItem(slot.replace("marks:", "unsent:"), "1");
    localStorage.removeItem(slot);
  };
  return {
    drop,
    lose: (day) => lose(mine + day),
    keep: (day, marks, key) => localStorage.setItem(mine + day, JSON.stringify({ at: Date.now(), key, marks })),
    kept: () => {
      for (const slot of slots("marks:")) {
        if (Date.now() - JSON.parse(localStorage.getItem(slot)).at > HOURS * 3600 * 1000) lose(slot);
      }
      return slots(mine).map((slot) => ({ day: slot.slice(mine.length), ...JSON.parse(localStorage.getItem(slot)) }));
    },
    lost: () => days(lost),
    tell: (day, address) => localStorage.setItem(told + day, address),
    told: () => days(told),
    read: (begin, day) => localStorage.removeItem({ lost, told }[begin] + day),
  };
};
const keyOfPress = () => `press-${crypto.randomUUID()}`;
