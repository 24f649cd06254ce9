/** A question of the sample test. */
export interface Question {
  title: string;
  text: string;
  /** Without any, the answer is written. */
  options?: string[];
}

/** A real little test for exams that bring no page of their own: it is neither marked nor sent anywhere. */
export const questions: Question[] = [
  {
    title: 'An ideal gas expands adiabatically',
    text: 'A fixed amount of an ideal gas pushes a piston outwards. The cylinder is perfectly insulated. What happens to the temperature of the gas, and why?',
    options: [
      'It rises, because the gas does work on the piston.',
      'It falls, because internal energy is spent on work.',
      'It stays the same, because no heat is exchanged.',
      'It can’t be told without the mass of the gas.',
    ],
  },
  {
    title: 'Two cups of water',
    text: 'A cup of water at 20 °C and a cup of the same size at 80 °C are poured together. Nothing is lost to the surroundings. Which temperature results?',
    options: ['40 °C', '50 °C', '60 °C', '100 °C'],
  },
  {
    title: 'The zeroth law',
    text: 'Body A is in thermal equilibrium with B, and B with C. What follows?',
    options: [
      'A and C have the same temperature.',
      'A and C have the same internal energy.',
      'A and C exchange heat as soon as they touch.',
      'Nothing follows for A and C.',
    ],
  },
  {
    title: 'A heat engine between two reservoirs',
    text: 'An engine takes heat at 500 K and gives heat off at 300 K. Which efficiency can it have at most?',
    options: ['20 %', '40 %', '60 %', '100 %, if it is built well enough'],
  },
  {
    title: 'Ice in a glass',
    text: 'Ice floats in a glass that is full to the brim with water. The ice melts; the temperature stays at 0 °C. What does the water do?',
    options: [
      'It runs over.',
      'It sinks below the brim.',
      'It stays at the brim.',
      'It depends on the size of the ice.',
    ],
  },
  {
    title: 'A free expansion',
    text: 'An ideal gas rushes into an evacuated, insulated vessel. Which of its quantities changes?',
    options: ['Its internal energy', 'Its temperature', 'Its entropy', 'None of them'],
  },
  {
    title: 'In your own words',
    text: 'Why can a refrigerator with its door open not cool a closed room? Two or three sentences are enough.',
  },
];
