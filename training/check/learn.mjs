// Learning: the linear ranking of evidence, and the small networks that rate the verdicts.

/** What the ranking sees of a comparison, by name. */
export const EVIDENCE =
	'coverage coverageNear coverageSame missingShare missingNone worst printedCoverage nameMissing nameMissingAny nameConflict sentenceLength sameCount order modalGap futureGap near narrower synonym spoken speakerNamed negDiffers deniedHead oppositeAny numberAgrees numberConflict numberSure numberOpen swapped coverageSquared coverageBoth sameSquared coverageNumber coverageSpeaker coverageSoft deniedReached'.split(
		' ',
	);

export const VERDICTS = ['supported', 'contradicted', 'not-covered'];
const HIDDEN = 16;
const NETWORKS = 5;
const DECAY = 0.01;
/** Share of a claim's inputs that each step of training leaves out, so that no verdict hangs on one alone. */
const LEFT_OUT = 0.2;
const EPOCHS = 30;
const RATE = 0.003;

const random = (() => {
	let state = 1;
	return () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return (state + 0.5) / 2 ** 32;
	};
})();
const gauss = () => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());

/** Adam with a falling rate; `gradient` fills the array that it is given. */
function descend(weights, { epochs, rate, batches, gradient, decay }) {
	const [mean, square, slope] = [0, 1, 2].map(() => new Float64Array(weights.length));
	let step = 0;
	for (let epoch = 0; epoch < epochs; epoch++) {
		for (const batch of batches()) {
			slope.fill(0);
			gradient(batch, slope);
			step++;
			for (let i = 0; i < weights.length; i++) {
				const each = slope[i] + decay * weights[i];
				mean[i] = 0.9 * mean[i] + 0.1 * each;
				square[i] = 0.999 * square[i] + 0.001 * each * each;
				const size = Math.sqrt(square[i] / (1 - 0.999 ** step)) + 1e-8;
				weights[i] -= (rate * (1 - epoch / epochs) * (mean[i] / (1 - 0.9 ** step))) / size;
			}
		}
	}
}

function* shuffledBatches(items, size) {
	const order = [...items];
	for (let i = order.length - 1; i > 0; i--) {
		const j = Math.floor(random() * (i + 1));
		[order[i], order[j]] = [order[j], order[i]];
	}
	for (let at = 0; at < order.length; at += size) yield order.slice(at, at + size);
}

function spreadOf(rows) {
	return rows[0].map((_, i) => {
		const mean = rows.reduce((sum, row) => sum + row[i], 0) / rows.length;
		const spread = Math.sqrt(rows.reduce((sum, row) => sum + (row[i] - mean) ** 2, 0) / rows.length);
		return [mean, spread || 1];
	});
}

export const round = (value) => Math.round(value * 1e4) / 1e4;

/** The right sentences of a claim against all others of its article. */
export function trainEvidence(items) {
	const usable = items.filter(({ rows }) => rows.length > 1 && rows.some(({ right }) => right));
	const valuesOf = ({ evidence }) => EVIDENCE.map((name) => evidence[name] ?? 0);
	const scale = spreadOf(usable.flatMap(({ rows }) => rows.map(valuesOf)));
	for (const row of usable.flatMap(({ rows }) => rows)) {
		row.scaled = valuesOf(row).map((value, i) => (value - scale[i][0]) / scale[i][1]);
	}
	const weights = new Float64Array(EVIDENCE.length);
	descend(weights, {
		epochs: 25,
		rate: 0.02,
		decay: 0.002,
		batches: () => shuffledBatches(usable, 24),
		gradient(batch, slope) {
			for (const { rows } of batch) {
				const scores = rows.map(({ scaled }) => scaled.reduce((sum, value, i) => sum + value * weights[i], 0));
				const most = Math.max(...scores);
				const shares = scores.map((score) => Math.exp(score - most));
				const all = shares.reduce((a, b) => a + b);
				const right = rows.reduce((sum, row, j) => sum + (row.right ? shares[j] : 0), 0);
				rows.forEach((row, j) => {
					const error = shares[j] / all - (row.right ? shares[j] / right : 0);
					for (let i = 0; i < EVIDENCE.length; i++) slope[i] += (error * row.scaled[i]) / batch.length;
				});
			}
		},
	});
	return Object.fromEntries(EVIDENCE.map((name, i) => [name, round(weights[i] / scale[i][1])]));
}

/** A network with direct connections; weights in one array: hidden rows, verdict rows from hidden, verdict rows direct. */
function trainNetwork(rows, golds, shares) {
	const inputs = rows[0].length;
	const fromHidden = HIDDEN * (inputs + 1);
	const direct = fromHidden + 3 * (HIDDEN + 1);
	const weights = new Float64Array(direct + 3 * inputs);
	for (let i = 0; i < fromHidden; i++) if (i % (inputs + 1) < inputs) weights[i] = gauss() / Math.sqrt(inputs);
	for (let i = fromHidden; i < direct; i++) {
		if ((i - fromHidden) % (HIDDEN + 1) < HIDDEN) weights[i] = gauss() / Math.sqrt(HIDDEN);
	}
	const inner = new Float64Array(HIDDEN);
	const forward = (row) => {
		for (let j = 0; j < HIDDEN; j++) {
			let sum = weights[j * (inputs + 1) + inputs];
			for (let i = 0; i < inputs; i++) sum += weights[j * (inputs + 1) + i] * row[i];
			inner[j] = Math.tanh(sum);
		}
		const sums = VERDICTS.map((_, k) => {
			let sum = weights[fromHidden + k * (HIDDEN + 1) + HIDDEN];
			for (let j = 0; j < HIDDEN; j++) sum += weights[fromHidden + k * (HIDDEN + 1) + j] * inner[j];
			for (let i = 0; i < inputs; i++) sum += weights[direct + k * inputs + i] * row[i];
			return sum;
		});
		const most = Math.max(...sums);
		const parts = sums.map((sum) => Math.exp(sum - most));
		const all = parts.reduce((a, b) => a + b);
		return parts.map((part) => part / all);
	};
	descend(weights, {
		epochs: EPOCHS,
		rate: RATE,
		decay: DECAY,
		batches: () => shuffledBatches([...rows.keys()], 32),
		gradient(batch, slope) {
			for (const index of batch) {
				const row = rows[index].map((value) => (random() < LEFT_OUT ? 0 : value / (1 - LEFT_OUT)));
				forward(row).forEach((share, k) => {
					const error = ((share - (golds[index] === k ? 1 : 0)) * shares[index]) / batch.length;
					slope[fromHidden + k * (HIDDEN + 1) + HIDDEN] += error;
					for (let i = 0; i < inputs; i++) slope[direct + k * inputs + i] += error * row[i];
					for (let j = 0; j < HIDDEN; j++) {
						slope[fromHidden + k * (HIDDEN + 1) + j] += error * inner[j];
						const back = error * weights[fromHidden + k * (HIDDEN + 1) + j] * (1 - inner[j] ** 2);
						slope[j * (inputs + 1) + inputs] += back;
						for (let i = 0; i < inputs; i++) slope[j * (inputs + 1) + i] += back * row[i];
					}
				});
			}
		},
	});
	const cut = (from, count, width) =>
		Array.from({ length: count }, (_, k) => Array.from(weights.slice(from + k * width, from + (k + 1) * width), round));
	return {
		hidden: cut(0, HIDDEN, inputs + 1),
		fromHidden: cut(fromHidden, 3, HIDDEN + 1),
		direct: cut(direct, 3, inputs),
		rate: forward,
	};
}

/** Gives the networks' weights and what they make of other claims; `shares` is how much each claim counts. */
export function trainVerdicts(features, golds, shares) {
	const names = Object.keys(features[0]);
	const scale = spreadOf(features.map((each) => names.map((name) => each[name])));
	const scaled = (each) => names.map((name, i) => Math.max(-4, Math.min(4, (each[name] - scale[i][0]) / scale[i][1])));
	const rows = features.map(scaled);
	const networks = Array.from({ length: NETWORKS }, () => trainNetwork(rows, golds, shares));
	return {
		weights: {
			inputs: names.map((name, i) => [name, ...scale[i].map(round)]),
			networks: networks.map(({ rate, ...network }) => network),
		},
		rate(each) {
			const row = scaled(each);
			const [supported, contradicted, notCovered] = networks
				.map(({ rate }) => rate(row))
				.reduce((sum, rated) => sum.map((value, k) => value + rated[k] / NETWORKS), [0, 0, 0]);
			return { supported, contradicted, notCovered };
		},
	};
}
